import type { FastifyRequest } from 'fastify';

/** Cookies that choose among a few versions of a page, and tell nothing about a person. */
const harmless = new Set(['tiwizi_locale', 'tiwizi_theme', 'tiwizi_city']);
const longestAddress = 300;

/**
 * Under which key a page is the same for everybody; null for a page of one's own. Whoever has any cookie we do not know
 * to be harmless (a cart, a session, an order) sees their own. An escaped value is read as two different ones by
 * different readers, so it is nobody's but the sender's.
 */
export function sharedKey(
  { method, url, headers, cookies }: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'cookies'>,
  isPrivatePage: (pathname: string) => boolean,
): string | null {
  const [pathname = url] = url.split('?');
  if ((method !== 'GET' && method !== 'HEAD') || url.length >= longestAddress || isPrivatePage(pathname)) return null;
  if (headers.authorization !== undefined || headers.cookie?.includes('%')) return null;
  if (!Object.keys(cookies).every((name) => harmless.has(name))) return null;
  return JSON.stringify([url, cookies.tiwizi_theme, cookies.tiwizi_city]);
}
