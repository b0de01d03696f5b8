import { Controller } from '@nestjs/common';
import {
  ApplyCooperative as ApplyEndpoint,
  ListCooperatives,
  ListRegions,
  ShowCooperative,
  type ResponseOf,
} from '@tiwizi/contracts';
import { CallerParam, Input, RateLimits, Route, signedIn, type Caller, type InputOf } from '@tiwizi/http';
import { ApplyCooperative } from '../use-cases/apply-cooperative.js';
import { ListCooperativesQuery } from '../use-cases/list-cooperatives.query.js';
import { ListRegionsQuery } from '../use-cases/list-regions.query.js';
import { ShowCooperativeQuery } from '../use-cases/show-cooperative.query.js';

/** Ten applications a day are enough for whoever founds cooperatives for a living. */
const applications = { name: 'cooperatives/apply', points: 10, seconds: 86_400 };

@Controller()
export class CooperativesController {
  constructor(
    private readonly list: ListCooperativesQuery,
    private readonly show: ShowCooperativeQuery,
    private readonly regions: ListRegionsQuery,
    private readonly apply: ApplyCooperative,
    private readonly limits: RateLimits,
  ) {}

  @Route(ListCooperatives)
  listCooperatives(@Input() { query }: InputOf<typeof ListCooperatives>, @CallerParam() caller: Caller) {
    return this.list.execute(query, caller.locale);
  }

  @Route(ShowCooperative)
  showCooperative(@Input() { params }: InputOf<typeof ShowCooperative>, @CallerParam() caller: Caller) {
    return this.show.execute(params.idOrSlug, caller.locale);
  }

  @Route(ListRegions)
  listRegions(@CallerParam() caller: Caller) {
    return this.regions.execute(caller.locale);
  }

  @Route(ApplyEndpoint)
  async applyCooperative(
    @Input() { body }: InputOf<typeof ApplyEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof ApplyEndpoint>> {
    const applicant = signedIn(caller);
    await this.limits.consume(applications, applicant.accountId);
    return this.apply.execute(applicant, body);
  }
}
