import { Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';

/** Forgets sessions, codes and registrations that nobody can use any more. */
@Scheduled()
export class SweepProofs implements ScheduledTask {
  readonly name = 'identity/sweep';
  readonly cron = '17 * * * *';

  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.query('delete from identity.session where expires_at < now()');
    await this.database.query('delete from identity.one_time_code where expires_at < now()');
    await this.database.query('delete from identity.registration where expires_at < now()');
  }
}
