import type Stripe from 'stripe';
import type { Simulator } from '../simulator.js';
import { sdk, simulate } from '../testing/shop.js';
import { amountText } from './money.js';
import { locales } from './texts.js';

const returnUrl = 'http://shop.test/fr/retour?commande=7';

describe('the payment page', () => {
  let simulator: Simulator;
  let stripe: Stripe;
  let intent: Stripe.PaymentIntent;
  beforeAll(async () => {
    simulator = await simulate();
    stripe = sdk(simulator);
  });
  afterAll(() => simulator.close());
  beforeEach(async () => {
    intent = await stripe.paymentIntents.create({
      amount: 24_800,
      currency: 'mad',
      automatic_payment_methods: { enabled: true },
    });
  });

  const fields = (more: Record<string, string> = {}) =>
    new URLSearchParams({ client_secret: String(intent.client_secret), return_url: returnUrl, locale: 'fr', ...more });
  const open = async (path: string) => (await fetch(`${simulator.url}${path}`)).text();
  const visit = (more?: Record<string, string>) => open(`/pay/${intent.id}?${fields(more)}`);
  const post = (path: string, more: Record<string, string>) =>
    fetch(`${simulator.url}${path}`, { method: 'POST', body: fields(more), redirect: 'manual' });
  const payWith = (number: string) => post(`/pay/${intent.id}`, { number, expiry: '12 / 40', cvc: '123' });
  const status = async () => (await stripe.paymentIntents.retrieve(intent.id)).status;

  it('speaks the reader’s language in the right direction and says what it is', async () => {
    const pages = await Promise.all(locales.map((locale) => visit({ locale })));
    expect(pages[0]).toContain('<html lang="fr" dir="ltr">');
    expect(pages[0]).toContain('Payer 248\u00a0DH</button>');
    expect(pages[0]).toContain('Simulateur de paiement');
    expect(pages[1]).toContain('<html lang="ar" dir="rtl">');
    expect(pages[1]).toContain('ادفع 248\u00a0درهم');
    expect(pages[2]).toContain('<html lang="zgh" dir="ltr">');
    expect(pages[2]).toContain('<span lang="fr">Code de sécurité</span>');
    expect(pages[3]).toContain('Pay 248\u00a0DH');
    expect(pages.join()).not.toContain('<script');
  });

  it('takes a card and sends the buyer back to the shop', async () => {
    const answer = await payWith('٤٢٤٢ 4242 4242 4242');
    expect(answer.status).toBe(303);
    const back = new URL(String(answer.headers.get('location')));
    expect(back.origin + back.pathname).toBe('http://shop.test/fr/retour');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      commande: '7',
      payment_intent: intent.id,
      redirect_status: 'succeeded',
    });
    expect(await status()).toBe('succeeded');
    // Sent twice, it is paid once.
    expect((await payWith('4242424242424242')).headers.get('location')).toBe(back.href);
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });

  it('shows why a card was declined and takes another', async () => {
    const declined = await payWith('4000000000009995');
    expect(await open(String(declined.headers.get('location')))).toContain(
      'La provision de la carte est insuffisante.',
    );
    expect(await status()).toBe('requires_payment_method');
    await payWith('4242424242424242');
    expect(await status()).toBe('succeeded');
  });

  it('keeps what was typed and marks what is wrong, without asking the bank', async () => {
    const answer = await post(`/pay/${intent.id}`, { number: '4242 4242 4242 4241', expiry: '01/20', cvc: '"><b>' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="4242 4242 4242 4241"');
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(3);
    expect(page).not.toContain('"><b>');
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toEqual([]);
  });

  it('asks for 3-D Secure: refused comes back to the form, approved pays', async () => {
    const first = String((await payWith('4000002760003184')).headers.get('location'));
    expect(await status()).toBe('requires_action');
    expect(await open(first)).toContain('Valider le paiement');
    const refused = await post(`/3ds/${intent.id}`, { decision: 'refuse' });
    expect(await open(String(refused.headers.get('location')))).toContain('La banque n&#39;a pas pu vérifier');
    await payWith('4000002760003184');
    const approved = await post(`/3ds/${intent.id}`, { decision: 'approve' });
    expect(approved.headers.get('location')).toContain('redirect_status=succeeded');
    expect(await status()).toBe('succeeded');
  });

  it('fills the form with a test card, and never works with a real one', async () => {
    expect(await visit({ card: '4000000000000002' })).toContain('value="4000 0000 0000 0002"');
    const declined = await payWith('4111111111111111');
    expect(await open(String(declined.headers.get('location')))).toContain('Seules les cartes d&#39;essai');
  });

  it('shows nothing to whoever lacks the secret, and redirects to web addresses only', async () => {
    expect((await fetch(`${simulator.url}/pay/${intent.id}?client_secret=guess`)).status).toBe(404);
    expect(await visit({ return_url: 'javascript:alert(1)' })).not.toContain('javascript:');
  });

  it('writes amounts as the shop does', () => {
    expect(amountText(123_450, 'mad', 'fr')).toBe('1\u00a0234,50\u00a0DH');
    expect(amountText(100_000_000, 'mad', 'ar')).toBe('1\u00a0000\u00a0000\u00a0درهم');
  });
});
