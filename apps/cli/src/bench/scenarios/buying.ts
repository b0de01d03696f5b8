import { flowLoad } from '../load/flow-load.js';
import { readLoad } from '../load/read-load.js';
import { CodeReader, purchase } from './purchase.js';
import type { Scenario } from './place.js';

/** A cart of so many different lines, then a new one: nobody's cart is endless. */
const linesOfCart = 12;

export const buyingScenarios: Record<string, Scenario> = {
  bareLine: {
    limit: null,
    connections: 16,
    run: ({ bare }, load) => readLoad(load, bare.url, [{ method: 'POST', path: '/line' }]),
  },
  bareTransaction: {
    limit: null,
    connections: 8,
    run: ({ bare }, load) => readLoad(load, bare.url, [{ method: 'POST', path: '/purchase' }]),
  },
  addToCart: {
    limit: 'bareLine',
    connections: 16,
    run: ({ material: { buyable }, api }, load) => {
      const carts = new WeakMap<object, { id: string; lines: number }>();
      let next = 0;
      return flowLoad(load, api.url, async (connection) => {
        let cart = carts.get(connection);
        if (!cart || cart.lines >= linesOfCart) {
          cart = { ...(await connection.good<{ id: string }>('POST', '/api/v1/carts', {})), lines: 0 };
          carts.set(connection, cart);
        }
        const variantId = buyable[next++ % buyable.length]?.variantId;
        await connection.good('POST', `/api/v1/carts/${cart.id}/lines`, { variantId });
        cart.lines += 1;
      });
    },
  },
  purchase: {
    limit: 'bareTransaction',
    connections: 8,
    run: ({ api, database, material: { buyable: goods, provinceIds } }, load) => {
      const codes = new CodeReader(database);
      return flowLoad(load, api.url, (connection) => purchase(connection, { goods, provinceIds }, codes));
    },
  },
};
