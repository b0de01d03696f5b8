import { refuses, thrownBy, visit } from '../testing/visit.js';
import { cartCount, cartToOrder, changeLine, readCart } from './cart.server.js';

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

describe('a line of the cart', () => {
  const change = (quantity: string, step = 'none') => {
    const form = new FormData();
    form.set('lineId', 'one');
    form.set('quantity', quantity);
    form.set('step', step);
    // Three are left.
    const cart = { parcels: [{ lines: [{ id: 'one', quantity: 3 }] }] };
    return changeLine('cart', visit({ call: async () => cart }), form, 'fr');
  };

  it('says so when there is less than was asked for', async () => {
    expect(await change('5000')).toEqual({ refusal: null, capped: { lineId: 'one', quantity: 3 } });
    expect(await change('3', 'more')).toMatchObject({ capped: { quantity: 3 } });
    expect(await change('٣')).toEqual({ refusal: null, capped: undefined });
  });

  it.each([
    ['0', 'Ce nombre est trop petit.'],
    ['-3', 'Indiquez un nombre entier.'],
    ['', 'Indiquez un nombre entier.'],
    ['beaucoup', 'Indiquez un nombre entier.'],
  ])('tells in our words what is no quantity: %p', async (quantity, sentence) => {
    const { refusal } = await change(quantity);
    expect(refusal?.fields['quantity']?.text).toBe(sentence);
  });
});
