import { OrderEndedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { Links } from '../domain/links.js';
import { WriteMessages } from '../use-cases/write-messages.js';

@EventConsumer()
export class OnOrderEnded implements EventHandler<typeof OrderEndedV1> {
  readonly name = 'notifications/on-order-ended';
  readonly event = OrderEndedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly links: Links,
  ) {}

  async handle(tx: EntityManager, ended: PayloadOf<typeof OrderEndedV1>): Promise<void> {
    const { orderId, number, contact, status } = ended;
    await this.messages.execute(tx, [
      {
        key: `order-ended/${orderId}/buyer`,
        template: status === 'canceled' ? 'order-canceled' : 'order-expired',
        to: contact,
        slots: { number, url: this.links.order(contact, number) },
      },
    ]);
  }
}
