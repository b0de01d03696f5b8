import { money, sum, MoneyAssertion, type Money } from '@tiwizi/money';
import { accounts } from './accounts.js';
import { entry, type Entry } from './entry.js';

/** One cooperative's part of an order, as the payer paid it. */
export interface Share {
  subOrderId: string;
  subOrderNumber: string;
  cooperativeId: string;
  total: Money;
}

export interface CardCapture {
  paymentId: string;
  orderId: string;
  provider: 'stripe';
  shares: Share[];
  capturedAt?: Date;
}

export interface TransferMatch {
  paymentId: string;
  orderId: string;
  shares: Share[];
  bankReference: string;
  receivedAt?: Date;
}

export interface Delivery {
  orderId: string;
  subOrderId: string;
  subOrderNumber: string;
  cooperativeId: string;
  method: 'card' | 'cash-on-delivery' | 'bank-transfer';
  courierId: string;
  goodsAmount: number;
  shippingAmount: number;
  commissionAmount: number;
  vatAmount: number;
  dueAmount: number;
  commissionBps: number;
  vatBps: number;
  currency: Money['currency'];
  deliveredAt: Date;
  cashCollectedAmount: number | null;
}

export interface OrphanedMoney {
  paymentId: string;
  orderId: string;
  from: 'psp:stripe' | 'bank:main';
  amount: Money;
}

export interface RefundApproval {
  refundId: string;
  orderId: string;
  /** Null gives back money that never reached a sub-order. */
  subOrderId: string | null;
  amount: Money;
}

export interface RefundExecution {
  refundId: string;
  orderId: string;
  subOrderId: string | null;
  amount: Money;
  provider: 'stripe';
}

const total = (shares: readonly Share[]): Money => {
  const [first] = shares;
  if (!first) throw new MoneyAssertion('money came in for nobody');
  return sum(
    shares.map((share) => share.total),
    first.total.currency,
  );
};
const toEscrow = (shares: readonly Share[]) =>
  shares.map((share) => [accounts.escrow(share.subOrderId), share.total] as const);

/** P1: the card's money lies with the provider, and in trust for each sub-order. */
export const cardCaptured = ({ paymentId, orderId, provider, shares, capturedAt }: CardCapture): Entry | null =>
  entry(
    {
      kind: 'P1',
      businessKey: `p1:${paymentId}`,
      orderId,
      cause: `payment:${paymentId}`,
      occurredAt: capturedAt ?? new Date(),
    },
    [[accounts.psp(provider), total(shares)]],
    toEscrow(shares),
  );

/** P9: a bank transfer arrived in full. */
export const transferMatched = ({ paymentId, orderId, shares, bankReference, receivedAt }: TransferMatch) =>
  entry(
    {
      kind: 'P9',
      businessKey: `p9:${paymentId}`,
      orderId,
      cause: `bank:${bankReference}`,
      occurredAt: receivedAt ?? new Date(),
    },
    [[accounts.bank, total(shares)]],
    toEscrow(shares),
  );

/** P7: the courier holds the buyer's cash. */
export function cashCollected(delivery: Delivery): Entry | null {
  const { subOrderId, orderId, courierId, deliveredAt, currency, cashCollectedAmount } = delivery;
  const due = delivery.goodsAmount + delivery.shippingAmount;
  if (cashCollectedAmount !== due) {
    throw new MoneyAssertion(
      `${delivery.subOrderNumber}: ${cashCollectedAmount} in cash was collected instead of ${due}`,
    );
  }
  const cash = money(due, currency);
  return entry(
    {
      kind: 'P7',
      businessKey: `p7:${subOrderId}`,
      orderId,
      subOrderId,
      cause: `courier:${courierId}`,
      occurredAt: deliveredAt,
    },
    [[accounts.courier(courierId), cash]],
    [[accounts.escrow(subOrderId), cash]],
  );
}

/** P2: the goods are with the buyer; what was held in trust belongs to those who earned it. */
export function delivered(delivery: Delivery): Entry | null {
  const { subOrderId, orderId, cooperativeId, courierId, deliveredAt } = delivery;
  const of = (amount: number) => money(amount, delivery.currency);
  return entry(
    { kind: 'P2', businessKey: `p2:${subOrderId}`, orderId, subOrderId, cause: 'delivered', occurredAt: deliveredAt },
    [[accounts.escrow(subOrderId), of(delivery.goodsAmount + delivery.shippingAmount)]],
    [
      [accounts.sellerPending(cooperativeId), of(delivery.dueAmount)],
      [accounts.commissionIncome, of(delivery.commissionAmount)],
      [accounts.vatCommission, of(delivery.vatAmount)],
      [accounts.shippingPayable(courierId), of(delivery.shippingAmount)],
    ],
  );
}

/** P3: the return window is over. */
export const released = (share: {
  orderId: string;
  subOrderId: string;
  cooperativeId: string;
  due: Money;
  at: Date;
}): Entry | null =>
  entry(
    {
      kind: 'P3',
      businessKey: `p3:${share.subOrderId}`,
      orderId: share.orderId,
      subOrderId: share.subOrderId,
      cause: 'return-window-over',
      occurredAt: share.at,
    },
    [[accounts.sellerPending(share.cooperativeId), share.due]],
    [[accounts.sellerAvailable(share.cooperativeId), share.due]],
  );

/** P10: money without an order that could use it. */
export const orphaned = ({ paymentId, orderId, from, amount }: OrphanedMoney): Entry | null =>
  entry(
    {
      kind: 'P10',
      businessKey: `p10:${paymentId}`,
      orderId,
      cause: `payment:${paymentId}`,
      occurredAt: new Date(),
    },
    [[from, amount]],
    [[accounts.unappliedReceipts(orderId), amount]],
  );

/** P11, first half: the buyer is to get the money back. */
export const refundApproved = ({ refundId, orderId, subOrderId, amount }: RefundApproval): Entry | null =>
  entry(
    {
      kind: 'P11',
      businessKey: `p11:${refundId}:approved`,
      orderId,
      subOrderId,
      cause: `refund:${refundId}`,
      occurredAt: new Date(),
    },
    [[subOrderId ? accounts.escrow(subOrderId) : accounts.unappliedReceipts(orderId), amount]],
    [[accounts.refundPayable, amount]],
  );

/** P11, second half: the provider has given it back. */
export const refundExecuted = ({ refundId, orderId, subOrderId, amount, provider }: RefundExecution): Entry | null =>
  entry(
    {
      kind: 'P11',
      businessKey: `p11:${refundId}:executed`,
      orderId,
      subOrderId,
      cause: `refund:${refundId}`,
      occurredAt: new Date(),
    },
    [[accounts.refundPayable, amount]],
    [[accounts.psp(provider), amount]],
  );

/** P15: the buyer's bank sent the refund back; it is owed again. */
export const refundFailed = ({ refundId, orderId, subOrderId, amount, provider }: RefundExecution): Entry | null =>
  entry(
    {
      kind: 'P15',
      businessKey: `p15:${refundId}`,
      orderId,
      subOrderId,
      cause: `refund:${refundId}`,
      reversesKey: `p11:${refundId}:executed`,
      occurredAt: new Date(),
    },
    [[accounts.psp(provider), amount]],
    [[accounts.refundPayable, amount]],
  );
