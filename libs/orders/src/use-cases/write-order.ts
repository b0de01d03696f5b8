import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import { assertMayPayCash, type CashRecord } from '../domain/cash-policy.js';
import type { OrderDocument } from '../domain/order-document.js';
import { codeIssued, contactOf } from '../domain/order-messages.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import type { PaymentState } from '../domain/payment-desk.js';
import { writeOrder } from '../persistence/write-order.statement.js';
import { PaymentCounter } from './payment-counter.js';

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

  async execute(tx: EntityManager, { order, subOrders }: OrderDocument, actor: string): Promise<PaymentState | null> {
    const isCash = order.paymentMethod === 'cash-on-delivery';
    const lines = subOrders.flatMap((part) => part.lines);
    await this.catalog.reserve(tx, {
      orderId: order.id,
      expiresAt: order.expiresAt,
      lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    });
    const [phone]: { cashRecord: CashRecord }[] = await tx.query(writeOrder, [
      JSON.stringify(order),
      JSON.stringify(subOrders),
      actor,
    ]);
    if (phone) assertMayPayCash(phone.cashRecord, order.totalAmount, order.currency);
    const token = this.secrets.tokenOf(order);
    const opened = await this.payments.desk.open(tx, {
      orderId: order.id,
      number: order.number,
      method: order.paymentMethod,
      amount: { amount: order.totalAmount, currency: order.currency },
      contact: contactOf(order, token),
    });
    await this.journal.record(tx, { action: 'orders.order-placed', subject: `order:${order.number}`, actor });
    if (isCash) await this.outbox.publishAll(tx, [codeIssued(order, token, this.secrets.codeOf(order, 1))]);
    return opened ?? null;
  }
}
