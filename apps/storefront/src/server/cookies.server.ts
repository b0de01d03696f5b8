export type OurCookie =
  'tiwizi_locale' | 'tiwizi_theme' | 'tiwizi_cart' | 'tiwizi_city' | 'tiwizi_orders' | 'tiwizi_coop' | 'tiwizi_keys';

export function cookieOf(request: Request, name: OurCookie): string | undefined {
  const cookies = request.headers.get('cookie') ?? '';
  const found = cookies.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value && /^[\w.~-]{1,1000}$/.test(value) ? value : undefined;
}

const yearSeconds = 365 * 24 * 3600;

export function setCookie(
  request: Request,
  name: OurCookie,
  value: string,
  { seconds = yearSeconds, isSecret = false } = {},
): string {
  const secure = isOverTls(request) ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${isSecret ? '; HttpOnly' : ''}${secure}`;
}

const isOverTls = (request: Request): boolean =>
  new URL(request.url).protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
