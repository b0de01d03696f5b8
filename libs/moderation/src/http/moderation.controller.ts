import { Controller } from '@nestjs/common';
import {
  ClaimCase as ClaimCaseEndpoint,
  DecideCase as DecideCaseEndpoint,
  ListCases,
  ShowCase,
  type CaseDetail,
  type ResponseOf,
} from '@tiwizi/contracts';
import { CallerParam, Input, Route, signedIn, type Caller, type InputOf } from '@tiwizi/http';
import { ClaimCase } from '../use-cases/claim-case.js';
import { DecideCase } from '../use-cases/decide-case.js';
import { ListCasesQuery } from '../use-cases/list-cases.query.js';
import { ShowCaseQuery } from '../use-cases/show-case.query.js';

@Controller()
export class ModerationController {
  constructor(
    private readonly listCases: ListCasesQuery,
    private readonly showCase: ShowCaseQuery,
    private readonly claimCase: ClaimCase,
    private readonly decideCase: DecideCase,
  ) {}

  @Route(ListCases)
  list(
    @Input() { query }: InputOf<typeof ListCases>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof ListCases>> {
    return this.listCases.execute(query, caller.locale);
  }

  @Route(ShowCase)
  show(@Input() { params }: InputOf<typeof ShowCase>, @CallerParam() caller: Caller): Promise<CaseDetail> {
    return this.showCase.execute(params.id, caller.locale);
  }

  @Route(ClaimCaseEndpoint)
  async claim(
    @Input() { params }: InputOf<typeof ClaimCaseEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<CaseDetail> {
    await this.claimCase.execute(signedIn(caller), caller.locale, params.id);
    return this.showCase.execute(params.id, caller.locale);
  }

  @Route(DecideCaseEndpoint)
  async decide(
    @Input() { params, body }: InputOf<typeof DecideCaseEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<CaseDetail> {
    await this.decideCase.execute(signedIn(caller), caller.locale, params.id, body);
    return this.showCase.execute(params.id, caller.locale);
  }
}
