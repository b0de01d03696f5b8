import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { CashNotOnSite } from '@tiwizi/checkout';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import { assertMayPayCash, type CashRecord } from '../domain/cash-policy.js';
import { InvalidTransition, TooManyCashOrders } from '../domain/order-errors.js';
import { codeIssued } from '../domain/order-messages.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { cashRecordOf, freeCashPlace, isCashPlaceTaken } from '../persistence/cash-record.js';
import { holdRow } from '../persistence/order-row.js';
import { isOnSite } from '../persistence/part-rows.js';

const holdHours = 48;

const changeToCash = `
  update orders."order" changed
  set payment_method = 'cash-on-delivery', expires_at = $2, code_count = 1, code_tries = 0, code_sent_at = now(),
    cash_place = ${freeCashPlace('changed.phone')}
  where id = $1`;

@Injectable()
export class PayByCash {
  constructor(
    private readonly catalog: CatalogApi,
    private readonly secrets: OrderSecrets,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  /** The card did not work out: the same order, to be paid at the door, once its phone is proven. */
  async execute(tx: EntityManager, orderId: string): Promise<void> {
    const order = await holdRow(tx, { id: orderId });
    if (order.status !== 'placed') throw new InvalidTransition('order', order.status, 'placed');
    if (order.paymentMethod === 'cash-on-delivery') return;
    const [phone]: { cashRecord: CashRecord }[] = await tx.query(`select ${cashRecordOf('$1')} as "cashRecord"`, [
      order.phone,
    ]);
    const [onSite]: unknown[] = await tx.query(
      `select 1 from orders.sub_order part where part.order_id = $1 and ${isOnSite('part')} limit 1`,
      [order.id],
    );
    if (onSite) throw new CashNotOnSite();
    if (phone) assertMayPayCash(phone.cashRecord, order.totalAmount, order.currency);
    const until = new Date(Date.now() + holdHours * 3_600_000);
    await tx.query(changeToCash, [order.id, until]).catch((error: unknown) => {
      throw isCashPlaceTaken(error) ? new TooManyCashOrders() : error;
    });
    await this.catalog.extendReservation(tx, order.id, until);
    await this.journal.record(tx, {
      action: 'orders.payment-method-changed',
      subject: `order:${order.number}`,
      actor: 'system',
      cause: 'cash-on-delivery',
    });
    const told = { ...order, paymentMethod: 'cash-on-delivery' as const };
    await this.outbox.publishAll(tx, [codeIssued(told, this.secrets.tokenOf(order), this.secrets.codeOf(order, 1))]);
  }
}
