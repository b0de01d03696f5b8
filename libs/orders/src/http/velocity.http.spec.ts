import { newId } from '@tiwizi/persistence';
import { idempotencyKey } from '@tiwizi/testing';
import { Market } from '../testing/market.js';

describe('F76: an order sends an SMS to whoever it names', () => {
  let market: Market;
  beforeAll(async () => (market = await Market.open({ settings: { hasRateLimits: true, trustProxy: true } })));
  afterAll(() => market.close());

  const post = (from: string, path: string, body: object) =>
    market.app.http
      .post(`/api/v1/orders${path}`)
      .set({ 'X-Forwarded-For': from, 'Idempotency-Key': idempotencyKey() })
      .send(body);
  const place = (from: string) => post(from, '', { checkoutId: newId() });
  const resend = (from: string) => post(from, '/TZ-00000000/resend-code?token=x', {});

  it.each([
    ['orders', place, 40],
    ['codes', resend, 20],
  ])('so one network asks for so many %s in ten minutes, whichever of its addresses it uses', async (_, ask, most) => {
    const statuses = [];
    for (let asked = 0; asked <= most; asked += 1) statuses.push((await ask(`2001:db8:1:1::${asked}`)).status);
    expect(statuses.slice(0, most)).toEqual(Array(most).fill(404));
    expect(statuses.at(-1)).toBe(429);
    expect((await ask('2001:db8:1:2::1')).status).toBe(404);
  });
});
