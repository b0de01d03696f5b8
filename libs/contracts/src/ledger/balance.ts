import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { Cursor, Id, Instant, LocaleQuery, Money, PageSize } from '../shared/values.js';

/** One sub-order explained: goods − commission − VAT on commission = due; shipping goes to the carrier. */
export const BalanceLine = z.strictObject({
  subOrderId: Id,
  subOrderNumber: z.string(),
  state: z.enum(['awaiting-payment', 'authorized', 'in-escrow', 'pending', 'available', 'paid-out']),
  stateReason: z.string(),
  releaseOnText: z.string().nullable(),
  goods: Money,
  shipping: Money,
  commission: Money,
  commissionBps: z.int(),
  vatOnCommission: Money,
  vatOnCommissionBps: z.int(),
  due: Money,
  postings: z.array(
    z.strictObject({
      entryId: Id,
      kind: z.string(),
      at: Instant,
      atText: z.string(),
      account: z.string(),
      /** As the book writes it: a debit is positive, a credit negative. */
      amount: Money,
      /** Whether it adds to what stands on this account or takes from it, whatever side of the book it is on. */
      direction: z.enum(['in', 'out']),
    }),
  ),
});
export const Balance = z
  .strictObject({
    cooperativeId: Id,
    /** All that buyers paid for what is not delivered yet: delivery, commission and VAT included. */
    escrow: Money,
    /** Of that, what will be the cooperative's. */
    escrowDue: Money,
    pending: Money,
    available: Money,
    held: Money,
    inTransit: Money,
    debt: Money,
    lines: z.array(BalanceLine),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Balance' });
export type Balance = z.infer<typeof Balance>;
export const ShowBalance = endpoint({
  id: 'ledger/balance',
  method: 'GET',
  path: '/workspace/:coopId/balance',
  access: 'workspace:balance',
  summary: 'What the cooperative is owed and why, line by line, from the ledger.',
  params: z.strictObject({ coopId: Id }),
  query: z.strictObject({ ...LocaleQuery, cursor: Cursor.optional(), limit: PageSize.optional() }),
  response: Balance,
});
