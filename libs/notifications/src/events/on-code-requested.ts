import { CodeRequestedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { newId, type EntityManager } from '@tiwizi/persistence';
import { WriteMessages } from '../use-cases/write-messages.js';

@EventConsumer()
export class OnCodeRequested implements EventHandler<typeof CodeRequestedV1> {
  readonly name = 'notifications/on-code-requested';
  readonly event = CodeRequestedV1;

  constructor(private readonly messages: WriteMessages) {}

  /** Each request is its own message, also when the same code is drawn again: the inbox keeps them apart. */
  async handle(tx: EntityManager, request: PayloadOf<typeof CodeRequestedV1>): Promise<void> {
    const { channel, to, locale, code, expiresInMinutes } = request;
    await this.messages.execute(tx, [
      {
        key: `sign-in-code/${newId()}`,
        template: 'sign-in-code',
        to: { name: '', phone: channel === 'sms' ? to : null, email: channel === 'email' ? to : null, locale },
        slots: { code, minutes: expiresInMinutes },
      },
    ]);
  }
}
