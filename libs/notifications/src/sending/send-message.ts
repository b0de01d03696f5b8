import { Inject } from '@nestjs/common';
import { MessageWaitingV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EffectHandler } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { isSecret } from '../domain/templates.js';
import { Transports, type MessageToSend } from './transports.js';

/** Longer than any transport waits: whoever holds the claim either sends or gives up within it. */
const claimSeconds = 60;

/** Sends what waits. A message is claimed first, so that two workers never send it side by side. */
@EventConsumer()
export class SendMessage implements EffectHandler<typeof MessageWaitingV1> {
  readonly name = 'notifications/send-message';
  readonly event = MessageWaitingV1;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly transports: Transports,
  ) {}

  async perform({ messageId }: PayloadOf<typeof MessageWaitingV1>): Promise<void> {
    const message = await this.claim(messageId);
    if (!message) return;
    try {
      if (this.transports.reaches(message.channel)) await this.transports.send(message);
    } catch (error) {
      await this.giveBack(messageId);
      throw error;
    }
    await this.noteSent(message);
  }

  private async claim(messageId: string): Promise<(MessageToSend & { template: string }) | null> {
    const [message] = await this.database.query<MessageToSend & { template: string }>(
      `update notifications.message set claimed_until = clock_timestamp() + make_interval(secs => $2)
       where id = $1 and sent_at is null and (claimed_until is null or claimed_until < clock_timestamp())
       returning id, channel, recipient, locale, template, subject, text`,
      [messageId, claimSeconds],
    );
    if (message) return message;
    const waiting = await this.database.query('select 1 from notifications.message where id = $1 and sent_at is null', [
      messageId,
    ]);
    if (waiting.length) throw new Error(`message ${messageId} is being sent by another worker`);
    return null;
  }

  private async giveBack(messageId: string): Promise<void> {
    await this.database.query(
      'update notifications.message set claimed_until = null where id = $1 and sent_at is null',
      [messageId],
    );
  }

  /** A code that reached a real person is erased: the rest of us have no use for it. */
  private async noteSent({ id, template }: { id: string; template: string }): Promise<void> {
    const forgets = this.settings.mode === 'production' && isSecret(template);
    await this.database.query(
      `update notifications.message
       set sent_at = clock_timestamp(), claimed_until = null, text = case when $2 then '' else text end
       where id = $1`,
      [id, forgets],
    );
  }
}
