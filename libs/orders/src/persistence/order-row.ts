import type { EntityManager } from '@tiwizi/persistence';
import type { Told } from '../domain/order-messages.js';
import { OrderNotFound } from '../domain/order-errors.js';
import type { OrderStatus } from '../domain/order-status.js';

/** An order without its parts: enough to know whose it is and how it stands. */
export interface OrderRow extends Told {
  readonly accountId: string | null;
  readonly status: OrderStatus;
  readonly dueAmount: number;
  readonly secretSalt: string;
  readonly codeCount: number;
  readonly codeTries: number;
  readonly codeSentAt: string;
  readonly expiresAt: string;
  readonly isPastExpiry: boolean;
}

export const orderRow = `
  json_build_object(
    'id', o.id, 'number', o.number, 'accountId', o.account_id, 'status', o.status, 'paymentMethod', o.payment_method,
    'currency', o.currency, 'totalAmount', o.total_amount, 'dueAmount', o.due_amount, 'contactName', o.contact_name,
    'phone', o.phone, 'email', o.email, 'locale', o.locale, 'secretSalt', o.secret_salt, 'codeCount', o.code_count,
    'codeTries', o.code_tries, 'codeSentAt', o.code_sent_at, 'expiresAt', o.expires_at, 'isPastExpiry', o.expires_at <= now())`;

const lockRow = (key: 'id' | 'number') =>
  `select ${orderRow} as row from orders."order" o where o.${key} = $1 for update`;
const statements = { id: lockRow('id'), number: lockRow('number') };

/** Holds the order until the transaction ends; an order nobody has is not found. */
export async function holdRow(tx: EntityManager, key: { id: string } | { number: string }): Promise<OrderRow> {
  const [statement, value] = 'id' in key ? [statements.id, key.id] : [statements.number, key.number];
  const found: { row: OrderRow }[] = await tx.query(statement, [value]);
  const [first] = found;
  if (!first) throw new OrderNotFound();
  return first.row;
}
