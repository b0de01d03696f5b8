import { Injectable } from '@nestjs/common';
import { InvalidSignature } from '../domain/payment-errors.js';
import { CardProvider } from '../provider/card-provider.js';
import { refusedEvents } from '../payment-metrics.js';
import { ReceiveProviderEvent } from './receive-provider-event.js';

/** Anybody can call the webhook: what the provider has not signed, over these very bytes, leaves a counter only. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly provider: CardProvider,
    private readonly receiving: ReceiveProviderEvent,
  ) {}

  async execute(body: Buffer, signature: string | undefined): Promise<void> {
    const message = this.provider.verifyEvent(body, signature);
    if (!message) {
      refusedEvents.inc();
      throw new InvalidSignature();
    }
    await this.receiving.execute(message);
  }
}
