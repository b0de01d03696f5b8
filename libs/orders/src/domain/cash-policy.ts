import { CashLimitExceeded, CashRefusedBefore, TooManyCashOrders } from './order-errors.js';

/** How a phone has dealt with parcels to be paid at the door. */
export interface CashRecord {
  readonly openOrders: number;
  readonly refusals: number;
  readonly isKnown: boolean;
}

export const refusalDays = 90;
const limits = { newPhone: 2_000_00, knownPhone: 5_000_00 };
const mostOpenOrders = 2;
const mostRefusals = 2;

/** A phone is known once it has received an order. The order in which it is refused: what helps the buyer most. */
export function assertMayPayCash(record: CashRecord, totalAmount: number, currency: string): void {
  if (record.refusals >= mostRefusals) throw new CashRefusedBefore();
  if (record.openOrders >= mostOpenOrders) throw new TooManyCashOrders();
  const limit = record.isKnown ? limits.knownPhone : limits.newPhone;
  if (totalAmount > limit) throw new CashLimitExceeded(limit, currency);
}
