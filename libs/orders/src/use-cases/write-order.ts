import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import type { PricedCheckout } from '@tiwizi/checkout';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, lock, type EntityManager } from '@tiwizi/persistence';
import { assertMayPayCash, refusalDays, type CashRecord } from '../domain/cash-policy.js';
import type { OrderDocument } from '../domain/order-document.js';
import { codeIssued, contactOf } from '../domain/order-messages.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { writeOrder } from '../persistence/write-order.statement.js';
import { PaymentCounter } from './payment-counter.js';

const cashRecord = `
  select
    count(*) filter (where o.payment_method = 'cash-on-delivery'
      and o.status in ('placed', 'confirmed', 'in_progress'))::int as "openOrders",
    count(*) filter (where exists (
      select from orders.sub_order part
      where part.order_id = o.id and part.refused_at > now() - make_interval(days => $2)))::int as refusals,
    coalesce(bool_or(o.status in ('delivered', 'completed')), false) as "isKnown"
  from orders."order" o where o.phone = $1`;

/** Everything a placed order is made of, in the caller's transaction: stock, rows, payment, journal, messages. */
@Injectable()
export class WriteOrder {
  constructor(
    private readonly catalog: CatalogApi,
    private readonly payments: PaymentCounter,
    private readonly secrets: OrderSecrets,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: EntityManager,
    { order, subOrders }: OrderDocument,
    checkout: PricedCheckout,
    actor: string,
  ): Promise<void> {
    const isCash = order.paymentMethod === 'cash-on-delivery';
    if (isCash) await this.assertMayPayCash(tx, checkout);
    const lines = subOrders.flatMap((part) => part.lines);
    await this.catalog.reserve(tx, {
      orderId: order.id,
      expiresAt: order.expiresAt,
      lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    });
    await tx.query(writeOrder, [JSON.stringify(order), JSON.stringify(subOrders), actor]);
    const token = this.secrets.tokenOf(order);
    await this.payments.desk.open(tx, {
      orderId: order.id,
      number: order.number,
      method: order.paymentMethod,
      amount: { amount: order.totalAmount, currency: order.currency },
      contact: contactOf(order, token),
    });
    await this.journal.record(tx, { action: 'orders.order-placed', subject: `order:${order.number}`, actor });
    if (isCash) await this.outbox.publishAll(tx, [codeIssued(order, token, this.secrets.codeOf(order, 1))]);
  }

  /** One order after the other for each phone: two at once cannot both be the last one allowed. */
  private async assertMayPayCash(tx: EntityManager, { address, totalAmount, currency }: PricedCheckout): Promise<void> {
    await lock(tx, `orders/cash/${address.phone}`);
    const [record]: CashRecord[] = await tx.query(cashRecord, [address.phone, refusalDays]);
    if (record) assertMayPayCash(record, totalAmount, currency);
  }
}
