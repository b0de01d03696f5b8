import { MarketplaceModule } from '@tiwizi/marketplace';
import { Database } from '@tiwizi/persistence';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkMoney } from './check-money/index.js';
import { openMarket } from './testing/market.js';
import { environmentOf, freePort, Immortal, persistently } from './testing/processes.js';

const orders = 500;
const buyersAtOnce = 12;
const kills = 50;

describe('M7: api and worker killed at random while people buy', () => {
  let app: TestApp;
  let processes: Immortal[] = [];
  beforeAll(async () => (app = await startApp({ modules: [MarketplaceModule] })));
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.end()));
    await app.close();
  });

  it('loses no order, doubles none, and every centime still adds up', async () => {
    const { variantIds } = await openMarket(app, { cooperatives: 4, stock: 10_000 });
    const port = await freePort();
    const environment = environmentOf(app.settings);
    const api = new Immortal('api', { ...environment, PORT: String(port) });
    const worker = new Immortal('worker', environment);
    processes = [api, worker];
    const address = `http://127.0.0.1:${port}/api/v1`;
    const post = async <T>(
      path: string,
      body: unknown,
      headers: Record<string, string> = {},
      method = 'POST',
    ): Promise<T> => {
      const init = { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
      const answer = await persistently(address + path, init);
      if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const numbers: string[] = [];
    let next = 0;
    const buyer = async () => {
      while (next < orders) {
        const buyerNumber = next++;
        const phone = `+2126${String(10_000_000 + buyerNumber)}`;
        const { id: cartId } = await post<{ id: string }>('/carts', {});
        for (const step of [0, 1]) {
          await post(`/carts/${cartId}/lines`, {
            variantId: variantIds[(buyerNumber + step) % variantIds.length],
            quantity: 1,
          });
        }
        await post(
          `/carts/${cartId}/delivery`,
          { address: { name: 'Itto', phone, provinceId: 'MA-AGD', line: 'Près du puits' } },
          {},
          'PUT',
        );
        const checkout = await post<{ id: string }>('/checkouts', { cartId, paymentMethod: 'cash-on-delivery' });
        const key = { 'idempotency-key': `buyer-${cartId}` };
        const order = await post<{ number: string }>('/orders', { checkoutId: checkout.id }, key);
        numbers.push(order.number);
      }
    };
    let isBuying = true;
    const killer = async () => {
      for (let turn = 0; isBuying || api.kills + worker.kills < kills; turn += 1) {
        await sleep(100 + Math.random() * 1400);
        (turn % 3 === 2 ? worker : api).kill();
        if (api.kills + worker.kills >= kills) return;
      }
    };
    const killing = killer();
    await Promise.all(Array.from({ length: buyersAtOnce }, buyer));
    isBuying = false;
    await killing;
    expect(api.kills + worker.kills).toBe(kills);

    const database = app.get(Database);
    const kept = await database.query<{ number: string }>('select number from orders."order"');
    expect(new Set(numbers).size).toBe(orders);
    expect(kept.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    // What waited while nobody was alive is done once somebody is: each buyer got one code.
    await eventually(async () => {
      const [row] = await database.query<{ messages: string; buyers: string }>(
        `select count(*) messages, count(distinct recipient) buyers from notifications.message where sent_at is not null`,
      );
      expect(row).toEqual({ messages: String(orders), buyers: String(orders) });
    }, 60_000);
    expect(await checkMoney(app.context, [])).toBe(0);
  }, 400_000);
});
