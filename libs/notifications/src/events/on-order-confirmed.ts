import { OrderConfirmedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { formatDate } from '@tiwizi/i18n';
import { IdentityApi } from '@tiwizi/identity';
import type { EntityManager } from '@tiwizi/persistence';
import { Links } from '../domain/links.js';
import { WriteMessages, type Letter } from '../use-cases/write-messages.js';

type Confirmed = PayloadOf<typeof OrderConfirmedV1>;

@EventConsumer()
export class OnOrderConfirmed implements EventHandler<typeof OrderConfirmedV1> {
  readonly name = 'notifications/on-order-confirmed';
  readonly event = OrderConfirmedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly identity: IdentityApi,
    private readonly links: Links,
  ) {}

  async handle(tx: EntityManager, confirmed: Confirmed): Promise<void> {
    const { orderId, number, contact, total, subOrders } = confirmed;
    const toBuyer: Letter = {
      key: `order-confirmed/${orderId}/buyer`,
      template: 'order-confirmed',
      to: contact,
      slots: { number, total, url: this.links.order(contact, number) },
    };
    const toSellers = await Promise.all(subOrders.map((subOrder) => this.toSeller(subOrder)));
    await this.messages.execute(tx, [toBuyer, ...toSellers.flat()]);
  }

  /** Each of the cooperative's people, in their own language. */
  private async toSeller(subOrder: Confirmed['subOrders'][number]): Promise<Letter[]> {
    const { subOrderId, subOrderNumber: number, cooperativeId, total, acceptBy } = subOrder;
    const people = await this.identity.accountsOf(cooperativeId);
    return people.map((person) => ({
      key: `sale-to-accept/${subOrderId}/${person.accountId}`,
      template: 'sale-to-accept',
      to: person,
      slots: {
        number,
        total,
        acceptBy: formatDate(acceptBy, person.locale, { time: true }),
        url: this.links.sale(person.locale, subOrderId),
      },
    }));
  }
}
