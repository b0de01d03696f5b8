import type { Balance, Money } from '@tiwizi/contracts';
import { formatDate, type Locale } from '@tiwizi/i18n';
import { amountColumn } from '@tiwizi/persistence';

export interface ShareRow {
  subOrderId: string;
  subOrderNumber: string;
  method: 'card' | 'cash-on-delivery' | 'bank-transfer';
  currency: Money['currency'];
  goodsAmount: string;
  shippingAmount: string;
  commissionAmount: string;
  commissionBps: number;
  vatAmount: string;
  vatBps: number;
  dueAmount: string;
  isFunded: boolean;
  deliveredAt: Date | null;
  releaseAt: Date | null;
  remittedAt: Date | null;
  releasedAt: Date | null;
  postings: {
    entryId: string;
    kind: string;
    at: number;
    account: string;
    amount: number;
    currency: Money['currency'];
  }[];
}

type Line = Balance['lines'][number];

/**
 * Nothing has come in yet. A share is written down when its order is confirmed: a card has been authorized by then,
 * and is charged once every cooperative of the order has answered.
 */
const unpaid: Record<ShareRow['method'], Pick<Line, 'state' | 'stateReason'>> = {
  card: { state: 'authorized', stateReason: 'capture-awaited' },
  'cash-on-delivery': { state: 'awaiting-payment', stateReason: 'cash-awaited' },
  'bank-transfer': { state: 'awaiting-payment', stateReason: 'payment-awaited' },
};

/** What others hold for the marketplace or owe it grows by debits; every other account grows by credits. */
const growingByDebit = new Set(['psp', 'courier', 'bank', 'seller_debt']);

/** Where the money of a share is, and what it waits for. The reason is a code; its sentence is the reader's page's. */
export function stageOf(share: ShareRow): Pick<Line, 'state' | 'stateReason'> {
  if (share.releasedAt) return { state: 'available', stateReason: 'payout-awaited' };
  if (share.deliveredAt && share.isFunded) {
    const isCashOutside = share.method === 'cash-on-delivery' && !share.remittedAt;
    const isWindowOver = share.releaseAt !== null && share.releaseAt <= new Date();
    return { state: 'pending', stateReason: isCashOutside && isWindowOver ? 'remittance-awaited' : 'return-window' };
  }
  if (share.isFunded) return { state: 'in-escrow', stateReason: 'delivery-awaited' };
  return unpaid[share.method];
}

export function presentShare(share: ShareRow, locale: Locale): Line {
  const of = (amount: string): Money => ({ amount: amountColumn(amount), currency: share.currency });
  return {
    subOrderId: share.subOrderId,
    subOrderNumber: share.subOrderNumber,
    ...stageOf(share),
    releaseOnText: share.releaseAt && !share.releasedAt ? formatDate(share.releaseAt, locale) : null,
    goods: of(share.goodsAmount),
    shipping: of(share.shippingAmount),
    commission: of(share.commissionAmount),
    commissionBps: share.commissionBps,
    vatOnCommission: of(share.vatAmount),
    vatOnCommissionBps: share.vatBps,
    due: of(share.dueAmount),
    postings: share.postings.map(({ entryId, kind, at, account, amount, currency }) => ({
      entryId,
      kind,
      at: new Date(at).toISOString(),
      atText: formatDate(at, locale, { time: true }),
      account,
      amount: { amount, currency },
      direction: amount > 0 === growingByDebit.has(account) ? 'in' : 'out',
    })),
  };
}
