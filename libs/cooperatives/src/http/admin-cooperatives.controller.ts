import { Controller } from '@nestjs/common';
import { DecideCooperative as DecideEndpoint, ListCooperativesToVerify, type ResponseOf } from '@tiwizi/contracts';
import { actorOf, CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { DecideCooperative } from '../use-cases/decide-cooperative.js';
import { ListToVerifyQuery } from '../use-cases/list-to-verify.query.js';

@Controller()
export class AdminCooperativesController {
  constructor(
    private readonly toVerify: ListToVerifyQuery,
    private readonly decide: DecideCooperative,
  ) {}

  @Route(ListCooperativesToVerify)
  list(
    @Input() { query }: InputOf<typeof ListCooperativesToVerify>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof ListCooperativesToVerify>> {
    return this.toVerify.execute(query, caller.locale);
  }

  @Route(DecideEndpoint)
  async decision(
    @Input() { params, body }: InputOf<typeof DecideEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof DecideEndpoint>> {
    await this.decide.execute(actorOf(caller), params.id, body);
    return {};
  }
}
