import type { Money } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import type { Delivery, Share } from '../domain/postings.js';

export const mad = (amount: number): Money => ({ amount, currency: 'MAD' });

/** The order of reliability §5: 1,000.00 from A (600 + 30) and B (350 + 20). */
export interface ExampleOrder {
  orderId: string;
  paymentId: string;
  a: Delivery;
  b: Delivery;
  shares: Share[];
}

export function exampleOrder(
  method: Delivery['method'] = 'card',
  { cooperativeA = newId(), deliveredAt = new Date() }: { cooperativeA?: string; deliveredAt?: Date } = {},
): ExampleOrder {
  const orderId = newId();
  const rates = { commissionBps: 1000, vatBps: 2000, currency: 'MAD' as const, courierId: 'amana', deliveredAt };
  const part = (cooperativeId: string, number: number, amounts: Partial<Delivery>): Delivery => {
    const delivery = {
      orderId,
      subOrderId: newId(),
      subOrderNumber: `TZ-EXAMPLE0-${number}`,
      cooperativeId,
      method,
      goodsAmount: 0,
      shippingAmount: 0,
      commissionAmount: 0,
      vatAmount: 0,
      dueAmount: 0,
      cashCollectedAmount: null,
      ...rates,
      ...amounts,
    };
    const collected = delivery.goodsAmount + delivery.shippingAmount;
    return method === 'cash-on-delivery' ? { ...delivery, cashCollectedAmount: collected } : delivery;
  };
  const a = part(cooperativeA, 1, {
    goodsAmount: 60_000,
    shippingAmount: 3_000,
    commissionAmount: 6_000,
    vatAmount: 1_200,
    dueAmount: 52_800,
  });
  const b = part(newId(), 2, {
    goodsAmount: 35_000,
    shippingAmount: 2_000,
    commissionAmount: 3_500,
    vatAmount: 700,
    dueAmount: 30_800,
  });
  const share = ({ subOrderId, subOrderNumber, cooperativeId, goodsAmount, shippingAmount }: Delivery): Share => ({
    subOrderId,
    subOrderNumber,
    cooperativeId,
    total: mad(goodsAmount + shippingAmount),
  });
  return { orderId, paymentId: newId(), a, b, shares: [share(a), share(b)] };
}
