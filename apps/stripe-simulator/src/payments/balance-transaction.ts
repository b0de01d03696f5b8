import type Stripe from 'stripe';
import type { Transaction } from '../persistence/database.js';
import { insert } from '../persistence/resources.js';
import { newId, now } from '../wire/ids.js';

/**
 * What our account pays for a card payment: 1.5 % and 2.00 MAD.
 * These figures are invented for the demonstration; they are nobody's price list.
 */
const feePerMille = 15;
const fixedFee: Record<string, number> = { mad: 200, eur: 18, usd: 20 };

const daysUntilAvailable = 2;

export function feeOf(amount: number, currency: string): number {
  return Math.round((amount * feePerMille) / 1000) + (fixedFee[currency] ?? fixedFee['mad'] ?? 0);
}

export interface Movement {
  type: 'charge' | 'refund' | 'refund_failure';
  source: string;
  amount: number;
  currency: string;
}

/** Money that enters (a captured charge, less its fee) or leaves (a refund) our account. Refunds give no fee back. */
export async function recordMovement(tx: Transaction, movement: Movement): Promise<string> {
  const fee = movement.type === 'charge' ? feeOf(movement.amount, movement.currency) : 0;
  const body: Stripe.BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: movement.amount,
    available_on: now() + daysUntilAvailable * 86_400,
    balance_type: 'payments',
    created: now(),
    currency: movement.currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency: movement.currency,
              description: 'Simulated processing fees',
              type: 'stripe_fee',
            },
          ],
    net: movement.amount - fee,
    reporting_category: movement.type,
    source: movement.source,
    status: 'pending',
    type: movement.type,
  };
  await insert(tx, 'balance_transaction', body);
  return body.id;
}

interface Sum {
  currency: string;
  available: string;
  pending: string;
}

export async function balance(tx: Transaction): Promise<Stripe.Balance> {
  const sums = await tx.query<Sum>(
    `SELECT body->>'currency' AS currency,
            coalesce(sum((body->>'net')::bigint) FILTER (WHERE (body->>'available_on')::bigint <= $1), 0) AS available,
            coalesce(sum((body->>'net')::bigint) FILTER (WHERE (body->>'available_on')::bigint > $1), 0) AS pending
     FROM stripe_simulator.resource WHERE kind = 'balance_transaction' GROUP BY 1 ORDER BY 1`,
    [now()],
  );
  const part = (name: 'available' | 'pending') =>
    sums.rows.map((sum) => ({
      amount: Number(sum[name]),
      currency: sum.currency,
      source_types: { card: Number(sum[name]) },
    }));
  return { object: 'balance', available: part('available'), livemode: false, pending: part('pending') };
}
