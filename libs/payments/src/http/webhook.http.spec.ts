import { createHmac, randomUUID } from 'node:crypto';
import { register } from 'prom-client';
import { eventually } from '@tiwizi/testing';
import { Till, type Placed } from '../testing/till.js';

const secret = 'whsec_of_the_specs';
const sign = (body: string, at = Date.now() / 1000, key = secret) => {
  const time = Math.floor(at);
  return `t=${time},v1=${createHmac('sha256', key).update(`${time}.${body}`).digest('hex')}`;
};

describe('the webhook of the card provider', () => {
  let till: Till;
  let variant: string;
  beforeAll(async () => {
    till = await Till.open();
    variant = await till.shelve(await till.cooperative(), { stock: 1000 });
  });
  afterAll(() => till.close());
  beforeEach(() => till.control('webhooks', { paused: true, duplicate: false, shuffle: false }));

  const send = (body: string, signature: string | undefined = sign(body)) => {
    const request = till.app.http
      .post('/api/v1/webhooks/stripe')
      .set('Content-Type', 'application/json; charset=utf-8');
    return (signature ? request.set('Stripe-Signature', signature) : request).send(body);
  };
  const event = (object: object, changes: object = {}) =>
    JSON.stringify({
      id: `evt_${randomUUID()}`,
      object: 'event',
      type: 'payment_intent.amount_capturable_updated',
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      data: { object },
      ...changes,
    });
  const aboutPayment = async (placed: Placed, changes: object = {}) => {
    const { id, intent } = await till.payment(placed);
    return event({ id: intent, object: 'payment_intent', metadata: { payment_id: id } }, changes);
  };
  /** Paid on the card page; the buyer's browser is closed before it comes back. */
  const paidAway = async () => {
    const placed = await till.order([variant]);
    await till.enterCard(placed.payment);
    return placed;
  };
  const confirmations = async ({ id }: Placed) => {
    const rows = await till.database.query(
      `select from jobs.job where data ->> 'event' = 'orders.order-confirmed.v1' and data -> 'payload' ->> 'orderId' = $1`,
      [id],
    );
    return rows.length;
  };
  const inbox = async () => {
    const [row] = await till.database.query<{ count: number }>('select count(*)::int from payments.provider_event');
    return row!.count;
  };
  const refused = async () =>
    (await register.getSingleMetric('tiwizi_payment_events_refused_total')!.get()).values[0]!.value;

  it('finishes the order of a buyer who never comes back', async () => {
    const placed = await paidAway();
    expect(await till.orderStatus(placed)).toBe('placed');
    await till.control('webhooks', { paused: false });
    await till.untilPayment(placed, 'authorized');
    expect(await till.orderStatus(placed)).toBe('confirmed');
  });

  it('F03: return page and webhook together have one effect', async () => {
    const placed = await paidAway();
    const body = await aboutPayment(placed);
    await Promise.all([till.refresh(placed), send(body).expect(200), till.refresh(placed), till.refresh(placed)]);
    await till.untilPayment(placed, 'authorized');
    expect(await confirmations(placed)).toBe(1);
    expect(await till.history(placed)).toEqual(['created', 'requires_action', 'authorized']);
  });

  it('F06: the same event twice, at once and again later, is answered 200 each time and has one effect', async () => {
    const placed = await paidAway();
    const body = await aboutPayment(placed);
    const before = await inbox();
    await Promise.all([send(body).expect(200), send(body).expect(200)]);
    await till.untilPayment(placed, 'authorized');
    expect((await send(body).expect(200)).body).toEqual({ received: true });
    expect(await inbox()).toBe(before + 1);
    expect(await confirmations(placed)).toBe(1);
  });

  it('F07: a known id with other content is answered 200, has no effect and is kept apart', async () => {
    const [placed, other] = [await paidAway(), await paidAway()];
    const id = `evt_${randomUUID()}`;
    await send(await aboutPayment(placed, { id })).expect(200);
    const before = await inbox();
    const forged = await aboutPayment(other, { id });
    await send(forged).expect(200);
    expect(await inbox()).toBe(before);
    const kept = await till.database.query<{ body: string }>(
      `select convert_from(body, 'UTF8') as body from payments.suspicious_event where event_id = $1`,
      [id],
    );
    expect(kept).toEqual([{ body: forged }]);
    await till.untilPayment(placed, 'authorized');
    expect(await till.payment(other)).toMatchObject({ status: 'requires_action' });
  });

  it('F08: events in any order, doubled, lead to the same end', async () => {
    const placed = await paidAway();
    await till.refresh(placed);
    await till.accept(placed);
    await till.untilPayment(placed, 'captured');
    await till.control('webhooks', { paused: false, shuffle: true, duplicate: true });
    await till.simulator.deliverNow();
    await eventually(async () => {
      const waiting = await till.database.query(
        `select from jobs.job where name = 'events-slow' and state in ('created', 'retry', 'active')`,
      );
      expect(waiting).toEqual([]);
    }, 20_000);
    expect(await till.payment(placed)).toMatchObject({ status: 'captured' });
    expect(await till.postings(placed)).toEqual([`P1 ${placed.payment.amount.amount}`]);
    expect(await till.history(placed)).toEqual(['created', 'requires_action', 'authorized', 'captured']);
  }, 60_000);

  it('F09: an event of three days ago, freshly signed, is applied', async () => {
    const placed = await paidAway();
    const body = await aboutPayment(placed, { created: Math.floor(Date.now() / 1000) - 3 * 86_400 });
    await send(body).expect(200);
    await till.untilPayment(placed, 'authorized');
  });

  it('F10: without a signature of the provider, of now, over these very bytes, it is 400 and a counter', async () => {
    const placed = await paidAway();
    const body = await aboutPayment(placed);
    const [before, counted] = [await inbox(), await refused()];
    const now = Date.now() / 1000;
    const reencoded = JSON.stringify(JSON.parse(body), null, 1);
    const attempts: [string, string | undefined][] = [
      [body, ''],
      [body, 'nonsense'],
      [body, sign(body, now, 'whsec_of_somebody_else')],
      [body, sign(body, now - 301)],
      [body, sign(body, now + 302)],
      [reencoded, sign(body)],
      [`${body} `, sign(body)],
      [await aboutPayment(placed, { livemode: true }), undefined],
    ];
    for (const [bytes, signature] of attempts) {
      const answer = await send(bytes, signature ?? sign(bytes)).expect(400);
      expect(answer.body.code).toBe('payments/invalid-signature');
    }
    expect(await inbox()).toBe(before);
    expect(await refused()).toBe(counted + attempts.length);
    expect(await till.payment(placed)).toMatchObject({ status: 'requires_action' });
  });

  it('keeps events it knows nothing of, and payments of others, without effect', async () => {
    await send(event({ id: 'prod_1', object: 'product' }, { type: 'product.created' })).expect(200);
    await send(event({ id: 'pi_of_another_shop', object: 'payment_intent', metadata: {} })).expect(200);
    await send(event({ id: 're_unknown', object: 'something.new' }, { type: 'invented.tomorrow' })).expect(200);
  });

  it('fetches events that never arrived, every hour', async () => {
    const placed = await paidAway();
    await till.app.runScheduled('payments/fetch-missed-events');
    await till.untilPayment(placed, 'authorized');
    const before = await inbox();
    await till.app.runScheduled('payments/fetch-missed-events');
    expect(await inbox()).toBe(before);
    // Late, the provider delivers them after all: the same content, so nothing suspicious.
    await till.control('webhooks', { paused: false });
    await till.simulator.deliverNow();
    expect(
      await till.database.query(`select from payments.suspicious_event where body like '%${placed.id}%'::bytea`),
    ).toEqual([]);
  }, 30_000);
});
