import { Inject } from '@nestjs/common';
import { MessageWaitingV1 } from '@tiwizi/contracts';
import { EventConsumer, type EffectBatchHandler, type Told } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { isSecret } from '../domain/templates.js';
import { WriteMessages, type Letter } from '../use-cases/write-messages.js';
import { Transports, type MessageToSend } from './transports.js';

/** Longer than any transport waits: whoever holds the claim either sends or gives up within it. */
const claimSeconds = 60;

type Claimed = MessageToSend & { template: string };

/** Sends what waits. A message is claimed first, so that two workers never send it side by side. */
@EventConsumer()
export class SendMessage implements EffectBatchHandler<typeof MessageWaitingV1> {
  readonly name = 'notifications/send-message';
  readonly event = MessageWaitingV1;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly transports: Transports,
    private readonly writing: WriteMessages,
  ) {}

  performAll(told: readonly Told<typeof MessageWaitingV1>[]): Promise<PromiseSettledResult<void>[]> {
    return this.sendAll(told.map(({ payload }) => payload.messageId));
  }

  /** Letters for one channel each, written and sent in one go; asked again, none is sent twice. */
  async sendLetters(letters: readonly Letter[]): Promise<PromiseSettledResult<void>[]> {
    return this.sendAll(await this.writing.draft(letters));
  }

  /** Side by side, each once; the answers are in the order of the ids. */
  async sendAll(ids: readonly string[]): Promise<PromiseSettledResult<void>[]> {
    const claimed = await this.claim(ids);
    const others = ids.filter((id) => !claimed.has(id));
    const busy = others.length ? await this.waiting(others) : new Set<string>();
    const sendings = new Map([...claimed].map(([id, message]) => [id, this.send(message)]));
    const results = await Promise.allSettled(
      ids.map(async (id) => {
        if (busy.has(id)) throw new Error(`message ${id} is being sent by another worker`);
        return sendings.get(id);
      }),
    );
    const failed = new Set(ids.filter((_, index) => results[index]?.status === 'rejected'));
    const mine = [...claimed.values()];
    await this.noteSent(mine.filter(({ id }) => !failed.has(id)));
    await this.giveBack(mine.filter(({ id }) => failed.has(id)));
    return results;
  }

  private async send(message: Claimed): Promise<void> {
    if (this.transports.reaches(message.channel)) await this.transports.send(message);
  }

  private async claim(ids: readonly string[]): Promise<Map<string, Claimed>> {
    const messages = await this.database.query<Claimed>(
      `update notifications.message set claimed_until = clock_timestamp() + make_interval(secs => $2)
       where id = any ((select $1::uuid[])::uuid[]) and sent_at is null
         and (claimed_until is null or claimed_until < clock_timestamp())
       returning id, channel, recipient, locale, template, subject, text`,
      [ids, claimSeconds],
    );
    return new Map(messages.map((message) => [message.id, message]));
  }

  private async waiting(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      'select id from notifications.message where id = any ((select $1::uuid[])::uuid[]) and sent_at is null',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async giveBack(messages: readonly Claimed[]): Promise<void> {
    if (!messages.length) return;
    await this.database.query(
      'update notifications.message set claimed_until = null where id = any ((select $1::uuid[])::uuid[]) and sent_at is null',
      [messages.map(({ id }) => id)],
    );
  }

  /** A code that reached a real person is erased: the rest of us have no use for it. */
  private async noteSent(messages: readonly Claimed[]): Promise<void> {
    if (!messages.length) return;
    const isForgotten = ({ template }: Claimed) => this.settings.mode === 'production' && isSecret(template);
    await this.database.query(
      `update notifications.message
       set sent_at = clock_timestamp(), claimed_until = null,
         text = case when id = any ($2::uuid[]) then '' else text end
       where id = any ((select $1::uuid[])::uuid[])`,
      [messages.map(({ id }) => id), messages.filter(isForgotten).map(({ id }) => id)],
    );
  }
}
