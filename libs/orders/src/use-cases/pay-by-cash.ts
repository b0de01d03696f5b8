import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import { InvalidTransition } from '../domain/order-errors.js';
import { codeIssued } from '../domain/order-messages.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { assertPhoneMayPayCash } from '../persistence/cash-record.js';
import { holdRow } from '../persistence/order-row.js';

const holdHours = 48;

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
    await assertPhoneMayPayCash(tx, order);
    const until = new Date(Date.now() + holdHours * 3_600_000);
    await tx.query(
      `update orders."order" set payment_method = 'cash-on-delivery', expires_at = $2, code_count = 1, code_tries = 0
       where id = $1`,
      [order.id, until],
    );
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
