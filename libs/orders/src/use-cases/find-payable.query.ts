import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { contactOf } from '../domain/order-messages.js';
import { maySee } from '../domain/order-policy.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import type { PayableOrder } from '../domain/payable-order.js';
import { orderRow, type OrderRow } from '../persistence/order-row.js';

export type PayableKey =
  { orderId: string } | { number: string; token?: string | undefined; accountId?: string | null | undefined };

const select = `select ${orderRow} as row from orders."order" o`;
const byId = { name: 'orders.payable-by-id', text: `${select} where o.id = $1` };
const byNumber = { name: 'orders.payable-by-number', text: `${select} where o.number = $1` };

@Injectable()
export class FindPayable {
  constructor(
    private readonly database: Database,
    private readonly secrets: OrderSecrets,
  ) {}

  async execute(key: PayableKey): Promise<PayableOrder | null> {
    const [statement, value] = 'orderId' in key ? [byId, key.orderId] : [byNumber, key.number];
    const [found] = await this.database.named<{ row: OrderRow }>(statement, [value]);
    if (!found) return null;
    const { row } = found;
    const isOwner =
      'number' in key && maySee(row, { accountId: key.accountId ?? null, token: key.token }, this.secrets);
    return {
      orderId: row.id,
      number: row.number,
      status: row.status,
      method: row.paymentMethod,
      totalAmount: row.totalAmount,
      dueAmount: row.dueAmount,
      currency: row.currency,
      expiresAt: new Date(row.expiresAt),
      contact: contactOf(row, this.secrets.tokenOf(row)),
      isOwner,
    };
  }
}
