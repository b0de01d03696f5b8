import { ShowOrder, type OrderView } from '@tiwizi/contracts';
import type { RouterContextProvider } from 'react-router';
import { api } from '../app-context.js';
import { localeOf } from '../paths.js';
import { cookieOf, setCookie } from './cookies.server.js';
import { orNotFound } from './or-not-found.server.js';

const remembered = 5;

/** `TZ-….token` of the last orders placed here: their pages open without asking for the token again. */
export function rememberOrder(request: Request, number: string, token: string): string {
  const others = known(request).filter(([one]) => one !== number);
  const list = [[number, token] as const, ...others].slice(0, remembered);
  const value = list.map(([one, secret]) => `${one}.${secret}`).join('~');
  return setCookie(request, 'tiwizi_orders', value, { seconds: 90 * 24 * 3600, isSecret: true });
}

/** The proof of a guest's order: in the link received by message, or remembered here. */
export function tokenFor(request: Request, number: string): string | undefined {
  const fromLink = new URL(request.url).searchParams.get('token');
  return fromLink ?? known(request).find(([one]) => one === number)?.[1];
}

function known(request: Request): (readonly [string, string])[] {
  return (cookieOf(request, 'tiwizi_orders') ?? '').split('~').flatMap((pair) => {
    const dot = pair.indexOf('.');
    return dot > 0 ? [[pair.slice(0, dot), pair.slice(dot + 1)] as const] : [];
  });
}

/** The order with its token, if any; what one may not see does not exist: 404. */
export async function readOrder(
  request: Request,
  number: string,
  context: Readonly<RouterContextProvider>,
): Promise<{ order: OrderView; token: string | undefined }> {
  const token = tokenFor(request, number);
  const locale = localeOf(new URL(request.url).pathname);
  const query = { locale, token };
  return { order: await orNotFound(api(context).call(ShowOrder, { params: { number }, query })), token };
}

export const withToken = (token: string | undefined): string => (token ? `?${new URLSearchParams({ token })}` : '');
