import { z } from 'zod';

/**
 * How the price of a sub-order is shared, computed once when the order is placed and never again:
 * goods + shipping = total; goods = commission + VAT on commission + what the cooperative is due.
 */
export const ShareTerms = z.strictObject({
  goodsAmount: z.int(),
  shippingAmount: z.int(),
  commissionAmount: z.int(),
  vatAmount: z.int(),
  dueAmount: z.int(),
  commissionBps: z.int(),
  vatBps: z.int(),
});
export type ShareTerms = z.infer<typeof ShareTerms>;
