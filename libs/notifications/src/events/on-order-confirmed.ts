import { OrderConfirmedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventBatchHandler, type Told } from '@tiwizi/events';
import { formatDate } from '@tiwizi/i18n';
import { IdentityApi, type Contact } from '@tiwizi/identity';
import type { EntityManager } from '@tiwizi/persistence';
import { Links } from '../domain/links.js';
import { WriteMessages, type Letter } from '../use-cases/write-messages.js';

type Confirmed = PayloadOf<typeof OrderConfirmedV1>;

@EventConsumer()
export class OnOrderConfirmed implements EventBatchHandler<typeof OrderConfirmedV1> {
  readonly name = 'notifications/on-order-confirmed';
  readonly event = OrderConfirmedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly identity: IdentityApi,
    private readonly links: Links,
  ) {}

  async handleAll(tx: EntityManager, told: readonly Told<typeof OrderConfirmedV1>[]): Promise<void> {
    const sellers = told.flatMap(({ payload }) => payload.subOrders.map(({ cooperativeId }) => cooperativeId));
    const people = await this.identity.accountsOfAll(tx, [...new Set(sellers)]);
    const letters = told.flatMap(({ payload, requestId }) =>
      this.letters(payload, people).map((letter) => ({ ...letter, requestId })),
    );
    await this.messages.execute(tx, letters);
  }

  private letters(confirmed: Confirmed, people: ReadonlyMap<string, Contact[]>): Letter[] {
    const { orderId, number, contact, total, subOrders } = confirmed;
    const toBuyer: Letter = {
      key: `order-confirmed/${orderId}/buyer`,
      template: 'order-confirmed',
      to: contact,
      slots: { number, total, url: this.links.order(contact, number) },
    };
    return [toBuyer, ...subOrders.flatMap((part) => this.toSeller(part, people.get(part.cooperativeId) ?? []))];
  }

  /** Each of the cooperative's people, in their own language. */
  private toSeller(subOrder: Confirmed['subOrders'][number], people: readonly Contact[]): Letter[] {
    const { subOrderId, subOrderNumber: number, total, acceptBy } = subOrder;
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
