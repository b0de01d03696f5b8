import { Controller } from '@nestjs/common';
import { MatchTransfer as MatchTransferEndpoint, type ResponseOf } from '@tiwizi/contracts';
import { actorOf, CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { MatchTransfer } from '../use-cases/match-transfer.js';

@Controller()
export class TransfersController {
  constructor(private readonly matching: MatchTransfer) {}

  @Route(MatchTransferEndpoint)
  async match(
    @Input() { params, body }: InputOf<typeof MatchTransferEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof MatchTransferEndpoint>> {
    await this.matching.execute({ paymentId: params.id, ...body, actor: actorOf(caller) });
    return {};
  }
}
