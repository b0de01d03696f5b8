import { money } from '@tiwizi/money';
import { newId } from '@tiwizi/persistence';
import { exampleOrder } from '../testing/example-order.js';
import type { Entry } from './entry.js';
import * as postings from './postings.js';

const lines = (entry: Entry | null) =>
  entry?.lines.map(([account, currency, amount]) => `${account} ${currency} ${amount}`);

describe('the postings', () => {
  const order = exampleOrder();
  const { a, b, orderId, paymentId, shares } = order;
  const refund = { refundId: newId(), orderId, subOrderId: a.subOrderId, amount: money(63_000, 'MAD') };

  it('P1: a captured card lies with the provider and in trust for each sub-order', () => {
    const entry = postings.cardCaptured({ paymentId, orderId, provider: 'stripe', shares });
    expect(entry).toMatchObject({ kind: 'P1', businessKey: `p1:${paymentId}`, orderId, subOrderId: null });
    expect(lines(entry)).toEqual([
      'psp:stripe MAD 100000',
      `escrow:${a.subOrderId} MAD -63000`,
      `escrow:${b.subOrderId} MAD -37000`,
    ]);
  });

  it('P9: a matched transfer is the same, in the bank', () => {
    const entry = postings.transferMatched({ paymentId, orderId, shares, bankReference: 'V-7' });
    expect(entry).toMatchObject({ kind: 'P9', cause: 'bank:V-7' });
    expect(lines(entry)?.[0]).toBe('bank:main MAD 100000');
  });

  it('P2 and P3: delivered goods are earned to the centime, and available after the window', () => {
    expect(lines(postings.delivered(a))).toEqual([
      `escrow:${a.subOrderId} MAD 63000`,
      `seller_pending:${a.cooperativeId} MAD -52800`,
      'commission_income MAD -6000',
      'vat_commission MAD -1200',
      'shipping_payable:amana MAD -3000',
    ]);
    const due = money(a.dueAmount, 'MAD');
    expect(lines(postings.released({ ...a, due, at: new Date() }))).toEqual([
      `seller_pending:${a.cooperativeId} MAD 52800`,
      `seller_available:${a.cooperativeId} MAD -52800`,
    ]);
  });

  it('P7: cash is with the courier; another sum than the price stops the work, as does none (F38)', () => {
    const { a: parcel } = exampleOrder('cash-on-delivery');
    expect(lines(postings.cashCollected(parcel))).toEqual([
      'courier:amana MAD 63000',
      `escrow:${parcel.subOrderId} MAD -63000`,
    ]);
    for (const cashCollectedAmount of [62_999, 63_001, null]) {
      expect(() => postings.cashCollected({ ...parcel, cashCollectedAmount })).toThrow('instead of 63000');
    }
  });

  it('P11 and P15: a refund is owed, executed, and owed again when the bank returns it', () => {
    expect(lines(postings.refundApproved(refund))).toEqual([
      `escrow:${a.subOrderId} MAD 63000`,
      'refund_payable MAD -63000',
    ]);
    const execution = { ...refund, provider: 'stripe' as const };
    expect(lines(postings.refundExecuted(execution))).toEqual(['refund_payable MAD 63000', 'psp:stripe MAD -63000']);
    const returned = postings.refundFailed(execution);
    expect(returned?.reversesKey).toBe(postings.refundExecuted(execution)?.businessKey);
    expect(lines(returned)).toEqual(['psp:stripe MAD 63000', 'refund_payable MAD -63000']);
  });

  it('P10: money no order can use waits under the order’s name, and goes back from there', () => {
    const amount = money(100_000, 'MAD');
    expect(lines(postings.orphaned({ paymentId, orderId, from: 'psp:stripe', amount }))).toEqual([
      'psp:stripe MAD 100000',
      `unapplied_receipts:${orderId} MAD -100000`,
    ]);
    expect(lines(postings.refundApproved({ ...refund, subOrderId: null, amount }))?.[0]).toBe(
      `unapplied_receipts:${orderId} MAD 100000`,
    );
  });

  it('leave nothing for a share that costs nothing, and nothing at all for a free order', () => {
    const [first, second] = shares;
    const free = { ...second!, total: money(0, 'MAD') };
    const partly = postings.cardCaptured({ paymentId, orderId, provider: 'stripe', shares: [first!, free] });
    expect(lines(partly)).toHaveLength(2);
    expect(postings.cardCaptured({ paymentId, orderId, provider: 'stripe', shares: [free] })).toBeNull();
  });

  it('never mix currencies nor write what does not balance', () => {
    const euros = { ...shares[1]!, total: money(100, 'EUR') };
    expect(() =>
      postings.cardCaptured({ paymentId, orderId, provider: 'stripe', shares: [shares[0]!, euros] }),
    ).toThrow('cannot be mixed');
    expect(() => postings.delivered({ ...a, dueAmount: a.dueAmount + 1 })).toThrow('does not balance');
  });
});
