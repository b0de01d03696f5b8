import { ConfirmationCodeIssuedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { createHash } from 'node:crypto';
import { Links } from '../domain/links.js';
import { WriteMessages } from '../use-cases/write-messages.js';

@EventConsumer()
export class OnConfirmationCodeIssued implements EventHandler<typeof ConfirmationCodeIssuedV1> {
  readonly name = 'notifications/on-confirmation-code-issued';
  readonly event = ConfirmationCodeIssuedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly links: Links,
  ) {}

  /** It proves the telephone, so it goes to the telephone and nowhere else. */
  async handle(tx: EntityManager, issued: PayloadOf<typeof ConfirmationCodeIssuedV1>): Promise<void> {
    const { orderId, number, contact, total, code } = issued;
    const fingerprint = createHash('sha256').update(code).digest('hex').slice(0, 16);
    await this.messages.execute(tx, [
      {
        key: `order-code/${orderId}/${fingerprint}`,
        template: 'order-code',
        to: { ...contact, email: null },
        slots: { code, number, total, url: this.links.order(contact, number) },
      },
    ]);
  }
}
