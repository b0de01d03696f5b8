import { Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { CardProvider } from '../provider/card-provider.js';
import { ReceiveProviderEvent } from './receive-provider-event.js';

/** Events are kept by the provider for thirty days; a day of them is looked through every hour. */
const lookBackMs = 86_400_000;

/** Every hour: messages that never reached us are fetched and go the way of all others. */
@Scheduled()
export class FetchMissedEvents implements ScheduledTask {
  readonly name = 'payments/fetch-missed-events';
  readonly cron = '23 * * * *';

  constructor(
    private readonly database: Database,
    private readonly provider: CardProvider,
    private readonly receiving: ReceiveProviderEvent,
  ) {}

  async run(): Promise<void> {
    const messages = await this.provider.listSince(new Date(Date.now() - lookBackMs));
    const known = await this.database.query<{ event_id: string }>(
      'select event_id from payments.provider_event where provider = $1 and event_id = any ($2::text[])',
      [this.provider.name, messages.map(({ eventId }) => eventId)],
    );
    const here = new Set(known.map(({ event_id: eventId }) => eventId));
    for (const message of messages) if (!here.has(message.eventId)) await this.receiving.execute(message);
  }
}
