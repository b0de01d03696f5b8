import { ConfirmationCodeIssuedV1 } from '@tiwizi/contracts';
import { EventConsumer, type EffectBatchHandler, type Told } from '@tiwizi/events';
import { createHash } from 'node:crypto';
import { Links } from '../domain/links.js';
import { SendMessage } from '../sending/send-message.js';
import type { Letter } from '../use-cases/write-messages.js';

@EventConsumer()
export class OnConfirmationCodeIssued implements EffectBatchHandler<typeof ConfirmationCodeIssuedV1> {
  readonly name = 'notifications/on-confirmation-code-issued';
  readonly event = ConfirmationCodeIssuedV1;

  constructor(
    private readonly sender: SendMessage,
    private readonly links: Links,
  ) {}

  /** The buyer waits for it with the order's page open, so it is sent at once. */
  performAll(told: readonly Told<typeof ConfirmationCodeIssuedV1>[]): Promise<PromiseSettledResult<void>[]> {
    return this.sender.sendLetters(told.map((issued) => this.letter(issued)));
  }

  /** It proves the telephone, so it goes to the telephone and nowhere else. */
  private letter({ payload }: Told<typeof ConfirmationCodeIssuedV1>): Letter {
    const { orderId, number, contact, total, code } = payload;
    const fingerprint = createHash('sha256').update(code).digest('hex').slice(0, 16);
    return {
      key: `order-code/${orderId}/${fingerprint}`,
      template: 'order-code',
      to: { ...contact, email: null },
      slots: { code, number, total, url: this.links.order(contact, number) },
    };
  }
}
