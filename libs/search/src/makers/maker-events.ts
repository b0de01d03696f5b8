import { CooperativeChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, Scheduled, type EffectHandler, type ScheduledTask } from '@tiwizi/events';
import { RefreshMakers } from './refresh-makers.js';

@EventConsumer()
export class RefreshChangedMaker implements EffectHandler<typeof CooperativeChangedV1> {
  readonly name = 'search/refresh-maker';
  readonly event = CooperativeChangedV1;

  constructor(private readonly refresh: RefreshMakers) {}

  perform({ cooperativeId }: PayloadOf<typeof CooperativeChangedV1>): Promise<void> {
    return this.refresh.execute([cooperativeId]);
  }
}

/** A new installation of the search knows the cooperatives that were there before it. */
@Scheduled()
export class FillMakers implements ScheduledTask {
  readonly name = 'search/fill-makers';
  readonly cron = '* * * * *';

  constructor(private readonly refresh: RefreshMakers) {}

  async run(): Promise<void> {
    if (await this.refresh.isEmpty()) await this.refresh.all();
  }
}

@Scheduled()
export class RefreshMakersNightly implements ScheduledTask {
  readonly name = 'search/refresh-makers';
  readonly cron = '10 3 * * *';

  constructor(private readonly refresh: RefreshMakers) {}

  run(): Promise<void> {
    return this.refresh.all();
  }
}
