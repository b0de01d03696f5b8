import { Inject } from '@nestjs/common';
import { ConfirmationCodeIssuedV1 } from '@tiwizi/contracts';
import { EventConsumer, type EffectBatchHandler, type Told } from '@tiwizi/events';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { createHmac } from 'node:crypto';
import { Links } from '../domain/links.js';
import { SendMessage } from '../sending/send-message.js';
import type { Letter } from '../use-cases/write-messages.js';

@EventConsumer()
export class OnConfirmationCodeIssued implements EffectBatchHandler<typeof ConfirmationCodeIssuedV1> {
  readonly name = 'notifications/on-confirmation-code-issued';
  readonly event = ConfirmationCodeIssuedV1;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
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
    // Keyed: six digits behind a plain hash are found again in a second.
    const fingerprint = createHmac('sha256', this.settings.appSecret).update(code).digest('hex').slice(0, 16);
    return {
      key: `order-code/${orderId}/${fingerprint}`,
      template: 'order-code',
      to: { ...contact, email: null },
      slots: { code, number, total, url: this.links.order(contact, number) },
    };
  }
}
