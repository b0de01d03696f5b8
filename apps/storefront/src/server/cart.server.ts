import { AddLine, ChangeLine, OpenCart, RemoveLine, ShowCart, type Cart } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { data, redirect, type RouterContextProvider } from 'react-router';
import { api, isApiProblem } from '../app-context.js';
import { localeOf, pathIn } from '../paths.js';
import { cookieOf, setCookie } from './cookies.server.js';
import { textOf, wholeOf } from './fields.server.js';
import { ownRefusal, refusalOf, type Refusal } from './refusal.server.js';

type Context = Readonly<RouterContextProvider>;

export const cartIdOf = (request: Request): string | undefined => {
  const id = cookieOf(request, 'tiwizi_cart');
  return id && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
};

export const keepCart = (request: Request, id: string): string =>
  setCookie(request, 'tiwizi_cart', id, { seconds: 60 * 24 * 3600, isSecret: true });
export const forgetCart = (request: Request): string =>
  setCookie(request, 'tiwizi_cart', '', { seconds: 0, isSecret: true });

/** The visitor's cart, or none: it was never opened, is gone, or has become an order. */
export async function readCart(request: Request, context: Context): Promise<Cart | null> {
  const id = cartIdOf(request);
  if (!id) return null;
  const locale = localeOf(new URL(request.url).pathname);
  try {
    const cart = await api(context).call(ShowCart, { params: { id }, query: { locale } });
    return cart.orderNumber ? null : cart;
  } catch (error) {
    if (isApiProblem(error) && error.status === 404) return null;
    if (isApiProblem(error) && error.status < 500) throw data(null, { status: error.status });
    throw error;
  }
}

/** For a step of the checkout: without anything to order, the cart says so. */
export async function cartToOrder(request: Request, context: Context): Promise<Cart> {
  const cart = await readCart(request, context);
  if (!cart?.parcels.length) throw redirect(pathIn(localeOf(new URL(request.url).pathname), '/panier'));
  return cart;
}

/** For the header, which must stand even when the cart cannot be read. */
export async function cartCount(request: Request, context: Context): Promise<number> {
  return readCart(request, context).then(
    (cart) => cart?.itemCount ?? 0,
    () => 0,
  );
}

export interface AddedToCart {
  readonly cartId: string | null;
  readonly quantity: number;
  readonly isCapped: boolean;
  readonly refusal: Refusal | null;
}

/** Opens a cart when there is none yet, or when the last one has become an order. */
export async function addToCart(request: Request, context: Context, form: FormData): Promise<AddedToCart> {
  const locale = localeOf(new URL(request.url).pathname);
  const variantId = String(form.get('variantId') ?? '');
  const quantity = quantityOf(form);
  const client = api(context);
  const open = async (): Promise<string> => (await client.call(OpenCart)).id;
  const add = (id: string) => client.call(AddLine, { params: { id }, body: { variantId, quantity } });
  try {
    const known = cartIdOf(request);
    const id = known ?? (await open());
    const added = await add(id)
      .then((line) => ({ id, line }))
      .catch(async (error: unknown) => {
        if (!known || !isCartOver(error)) throw error;
        const fresh = await open();
        return { id: fresh, line: await add(fresh) };
      });
    return { cartId: added.id, quantity: added.line.quantity, isCapped: added.line.isCapped, refusal: null };
  } catch (error) {
    return { cartId: null, quantity: 0, isCapped: false, refusal: refusalOf(error, locale) };
  }
}

const isCartOver = (error: unknown): boolean =>
  isApiProblem(error) && ['cart_already_ordered', 'checkout/cart-not-found'].includes(error.problem.code);

const mostOfOne = 999;

/** How many to add; whatever cannot be read is one. */
export const quantityOf = (form: FormData): number =>
  Math.max(1, Math.min(mostOfOne, wholeOf(textOf(form, 'quantity')) ?? 1));

export interface ChangedLine {
  readonly refusal: Refusal | null;
  /** There were fewer than asked for: how many the line has now. */
  readonly capped?: { readonly lineId: string; readonly quantity: number } | undefined;
}

/** « − », « + », a number typed, or taken out. */
export async function changeLine(
  cartId: string,
  context: Context,
  form: FormData,
  locale: Locale,
): Promise<ChangedLine> {
  const lineId = textOf(form, 'lineId');
  const params = { id: cartId, lineId };
  const client = api(context);
  try {
    if (form.get('intent') === 'remove') {
      await client.call(RemoveLine, { params, query: { locale } });
      return { refusal: null };
    }
    const asked = wholeOf(textOf(form, 'quantity'));
    if (!asked) {
      const code = asked === 0 ? 'validation/too-small' : 'validation/not-integer';
      return { refusal: ownRefusal(locale, { quantity: code }) };
    }
    const step = { less: -1, more: 1 }[textOf(form, 'step')] ?? 0;
    const quantity = Math.min(mostOfOne, Math.max(1, asked + step));
    const cart = await client.call(ChangeLine, { params, query: { locale }, body: { quantity } });
    const line = cart.parcels.flatMap(({ lines }) => lines).find(({ id }) => id === lineId);
    const isCapped = line !== undefined && line.quantity < asked + step;
    return { refusal: null, capped: isCapped ? { lineId, quantity: line.quantity } : undefined };
  } catch (error) {
    return { refusal: refusalOf(error, locale) };
  }
}
