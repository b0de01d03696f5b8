import { refuses, thrownBy, visit } from '../testing/visit.js';
import { cartCount, cartToOrder, readCart } from './cart.server.js';

const cookie = 'tiwizi_cart=0193b0a1-0000-7000-8000-000000000001';
const request = new Request('https://tiwizi.test/fr/panier', { headers: { cookie } });

describe('the visitor’s cart', () => {
  it('is none before anything was put into it', async () => {
    expect(await readCart(new Request('https://tiwizi.test/fr/panier'), visit())).toBeNull();
  });

  it.each([
    ['is gone', refuses(404)],
    ['has become an order', async () => ({ orderNumber: 'TZ-1' })],
  ])('is none once it %s', async (_, call) => {
    expect(await readCart(request, visit({ call }))).toBeNull();
    expect(await thrownBy(() => cartToOrder(request, visit({ call })))).toBe('/fr/panier');
  });

  it('is not called empty because it was asked for too often', async () => {
    const context = visit({ call: refuses(429) });
    expect(await thrownBy(() => readCart(request, context))).toBe(429);
    expect(await cartCount(request, context)).toBe(0);
  });
});
