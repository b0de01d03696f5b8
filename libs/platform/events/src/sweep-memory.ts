import { Database } from '@tiwizi/persistence';
import { Scheduled, type ScheduledTask } from './handlers.js';

/** What is only remembered for a while: seen events (jobs live shorter), answers to keys, counters. */
@Scheduled()
export class SweepMemory implements ScheduledTask {
  readonly name = 'platform/sweep-memory';
  readonly cron = '17 * * * *';

  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.query(`delete from platform.inbox where handled_at < now() - interval '30 days'`);
    await this.database.query(`delete from platform.idempotency_key where started_at < now() - interval '7 days'`);
    await this.database.query(`delete from platform.rate_limit where expire < extract(epoch from now()) * 1000`);
  }
}
