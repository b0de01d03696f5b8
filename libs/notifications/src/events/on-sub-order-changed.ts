import { SubOrderChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { IdentityApi } from '@tiwizi/identity';
import type { EntityManager } from '@tiwizi/persistence';
import { Links } from '../domain/links.js';
import type { Template } from '../domain/templates.js';
import { WriteMessages, type Letter } from '../use-cases/write-messages.js';

type Changed = PayloadOf<typeof SubOrderChangedV1>;

/** The steps a buyer is told of; the others stand on the order's page. */
const toldToBuyer: Partial<Record<Changed['status'], Template>> = {
  accepted: 'parcel-accepted',
  shipped: 'parcel-shipped',
  delivered: 'parcel-delivered',
  rejected: 'parcel-rejected',
  auto_rejected: 'parcel-rejected',
};

@EventConsumer()
export class OnSubOrderChanged implements EventHandler<typeof SubOrderChangedV1> {
  readonly name = 'notifications/on-sub-order-changed';
  readonly event = SubOrderChangedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly identity: IdentityApi,
    private readonly links: Links,
  ) {}

  async handle(tx: EntityManager, changed: Changed): Promise<void> {
    const template = toldToBuyer[changed.status];
    // A service has no tracking number, because it is not sent.
    const isSilent = template === 'parcel-shipped' && changed.trackingNumber === null;
    if (template && !isSilent) await this.messages.execute(tx, [this.toBuyer(changed, template)]);
    if (changed.status === 'canceled') await this.messages.execute(tx, await this.toSeller(changed));
  }

  private toBuyer(changed: Changed, template: Template): Letter {
    const { subOrderId, subOrderNumber, cooperativeName, trackingNumber, subOrderTotal, contact, number } = changed;
    return {
      key: `${template}/${subOrderId}/buyer`,
      template,
      to: contact,
      slots: {
        number: subOrderNumber,
        cooperative: cooperativeName,
        trackingNumber,
        total: subOrderTotal,
        url: this.links.order(contact, number),
      },
    };
  }

  /** Nobody packs a parcel that nobody wants any more. */
  private async toSeller({ subOrderId, subOrderNumber, cooperativeId }: Changed): Promise<Letter[]> {
    const people = await this.identity.accountsOf(cooperativeId);
    return people.map((person) => ({
      key: `sale-canceled/${subOrderId}/${person.accountId}`,
      template: 'sale-canceled',
      to: person,
      slots: { number: subOrderNumber, url: this.links.sale(person.locale, subOrderId) },
    }));
  }
}
