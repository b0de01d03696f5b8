import { Controller } from '@nestjs/common';
import { ShowBalance as ShowBalanceEndpoint, type Balance } from '@tiwizi/contracts';
import { CallerParam, Input, requireMember, Route, type Caller, type InputOf } from '@tiwizi/http';
import { ShowBalance } from '../use-cases/show-balance.query.js';

@Controller()
export class LedgerController {
  constructor(private readonly showBalance: ShowBalance) {}

  @Route(ShowBalanceEndpoint)
  async balance(
    @Input() { params, query }: InputOf<typeof ShowBalanceEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<Balance> {
    requireMember(caller, params.coopId);
    return this.showBalance.execute(params.coopId, { ...query, locale: caller.locale });
  }
}
