import type { Balance } from '@tiwizi/contracts';
import { Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { OnOrderConfirmed } from '../events/on-order-confirmed.js';
import { OnSubOrderChanged } from '../events/on-sub-order-changed.js';
import { LedgerApi, LedgerModule } from '../index.js';
import { exampleOrder, mad, type ExampleOrder } from '../testing/example-order.js';

type Posting = Balance['lines'][number]['postings'][number];

describe('GET /workspace/:coopId/balance', () => {
  let app: TestApp;
  let database: Database;
  let ledger: LedgerApi;
  const coopId = newId();
  beforeAll(async () => {
    app = await startApp({ modules: [LedgerModule] });
    database = app.get(Database);
    ledger = app.get(LedgerApi);
  });
  afterAll(() => app.close());

  const show = (cookie: string | undefined, query: Record<string, string> = {}) => {
    const request = app.http.get(`/api/v1/workspace/${coopId}/balance`).query(query);
    return cookie ? request.set('Cookie', cookie) : request;
  };
  const member = () => app.signIn({ cooperatives: [{ id: coopId }], locale: 'fr' });
  const order = (method: 'card' | 'cash-on-delivery' = 'card') => exampleOrder(method, { cooperativeA: coopId });
  const contact = { name: 'Itto', phone: '+212612345678', email: null, locale: 'fr' as const, token: 't' };
  const confirm = ({ orderId, a, shares }: ExampleOrder) =>
    database.transaction((tx) =>
      app.get(OnOrderConfirmed).handleAll(tx, [
        {
          eventId: newId(),
          requestId: undefined,
          payload: {
            orderId,
            number: 'TZ-EXAMPLE0',
            contact,
            paymentMethod: a.method,
            total: mad(63_000),
            subOrders: [{ ...shares[0]!, total: mad(63_000), terms: termsOf(a), acceptBy: new Date().toISOString() }],
          },
        },
      ]),
    );
  const termsOf = (part: ExampleOrder['a']) => ({
    goodsAmount: part.goodsAmount,
    shippingAmount: part.shippingAmount,
    commissionAmount: part.commissionAmount,
    vatAmount: part.vatAmount,
    dueAmount: part.dueAmount,
    commissionBps: part.commissionBps,
    vatBps: part.vatBps,
  });

  it('explains every sub-order from its price to what is due, and only to its own cooperative', async () => {
    const [waiting, authorized, held, delivered, ended] = [
      order('cash-on-delivery'),
      order(),
      order(),
      order(),
      order(),
    ];
    for (const one of [waiting, authorized, held, delivered, ended]) await confirm(one);
    for (const one of [held, delivered]) {
      await database.transaction((tx) => ledger.cardCaptured(tx, { ...one, provider: 'stripe' }));
    }
    await database.transaction((tx) => ledger.subOrderDelivered(tx, delivered.a));
    await database.transaction((tx) =>
      app.get(OnSubOrderChanged).handle(tx, {
        ...ended.a,
        orderId: ended.orderId,
        number: 'TZ-EXAMPLE0',
        contact,
        paymentMethod: 'card',
        total: mad(63_000),
        cooperativeName: 'A',
        previous: 'pending',
        status: 'rejected',
        trackingNumber: null,
        subOrderTotal: mad(63_000),
      }),
    );

    const { body } = await show(member()).expect(200);
    expect(body).toMatchObject({
      escrow: mad(63_000),
      escrowDue: mad(52_800),
      pending: mad(52_800),
      available: mad(0),
      nextCursor: null,
    });
    expect(body.lines).toHaveLength(4);
    const [last, middle, paidByCard, first] = body.lines;
    expect(first).toMatchObject({ state: 'awaiting-payment', stateReason: 'cash-awaited', postings: [] });
    // The buyer has done her part: the card is charged when the cooperative accepts.
    expect(paidByCard).toMatchObject({ state: 'authorized', stateReason: 'capture-awaited', postings: [] });
    expect(middle).toMatchObject({ state: 'in-escrow', stateReason: 'delivery-awaited' });
    // P1 paid another cooperative as well: its line is not shown.
    expect(middle.postings).toEqual([expect.objectContaining({ kind: 'P1', account: 'escrow', amount: mad(-63_000) })]);
    expect(last).toMatchObject({
      subOrderId: delivered.a.subOrderId,
      state: 'pending',
      stateReason: 'return-window',
      goods: mad(60_000),
      shipping: mad(3_000),
      commission: mad(6_000),
      commissionBps: 1000,
      vatOnCommission: mad(1_200),
      vatOnCommissionBps: 2000,
      due: mad(52_800),
      releaseOnText: expect.stringMatching(/202\d/),
    });
    const moves = last.postings.map((one: Posting) => [one.account, one.direction, Math.abs(one.amount.amount)]);
    expect(moves).toEqual([
      ['escrow', 'in', 63_000],
      ['escrow', 'out', 63_000],
      ['seller_pending', 'in', 52_800],
      ['commission_income', 'in', 6_000],
      ['vat_commission', 'in', 1_200],
      ['shipping_payable', 'in', 3_000],
    ]);

    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: Balance } = await show(member(), { limit: '1', ...(cursor && { cursor }) }).expect(200);
      pages.push(...page.body.lines.map(({ subOrderId }) => subOrderId));
      cursor = page.body.nextCursor;
    }
    expect(pages).toEqual(body.lines.map(({ subOrderId }: { subOrderId: string }) => subOrderId));
  });

  it('F44: does not exist for another cooperative, whatever the role', async () => {
    await show(app.signIn({ cooperatives: [{ id: newId() }] })).expect(404);
    await show(app.signIn({ roles: ['seller', 'admin'] })).expect(404);
  });

  it('refuses who has no session, who is no seller, and a cursor made by hand', async () => {
    await show(undefined).expect(401);
    await show(app.signIn({ roles: ['buyer'] })).expect(403);
    const answer = await show(member(), { cursor: 'bWFkZSBieSBoYW5k' }).expect(400);
    expect(answer.body.code).toBe('invalid_cursor');
  });
});
