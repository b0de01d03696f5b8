import { ShowCart } from '@tiwizi/contracts';
import type { RouterContextProvider } from 'react-router';
import { api } from '../app-context.js';
import { localeOf } from '../paths.js';
import { cookieOf } from './cookies.server.js';

export const cartIdOf = (request: Request): string | undefined => cookieOf(request, 'tiwizi_cart');

/** For the header, which must stand even when the cart cannot be read. */
export async function cartCount(request: Request, context: Readonly<RouterContextProvider>): Promise<number> {
  const id = cartIdOf(request);
  if (!id) return 0;
  try {
    const locale = localeOf(new URL(request.url).pathname);
    const cart = await api(context).call(ShowCart, { params: { id }, query: { locale } });
    return cart.orderNumber ? 0 : cart.itemCount;
  } catch {
    return 0;
  }
}
