import { isLocale, type Locale } from '@tiwizi/i18n';
import { useLocation } from 'react-router';

/** The first segment of every address; an address without one is answered in French. */
export function localeOf(pathname: string): Locale {
  const first = pathname.split('/')[1]?.replace(/\.data$/, '');
  return isLocale(first) ? first : 'fr';
}

export const useLocale = (): Locale => localeOf(useLocation().pathname);

/** Addresses within the page's language: `path('/panier')` is `/fr/panier`. */
export function usePath(): (to: string) => string {
  const locale = useLocale();
  return (to) => pathIn(locale, to);
}

export const pathIn = (locale: Locale, to: string): string => `/${locale}${to === '/' ? '/' : to}`;

/** The address without its language, for links to the same page in another one. */
export const withoutLocale = (pathname: string): string => pathname.replace(/^\/[^/]*/, '') || '/';

const deskPages = /^\/[^/]+\/(vendre|vendeur|admin)(\/|$)/;
/** The cooperative's workspace, the moderator's desk and the back office have texts of their own. */
export const isDeskPage = (pathname: string): boolean => deskPages.test(pathname);

const privatePages = /^\/+[^/]+\/+(panier|commande|suivi|connexion|compte|demo|vendre|vendeur|admin)(\/|\.data|$)/i;
/** Never indexed, never kept by a cache. Addresses are read as the router reads them: in any case, with any escapes. */
export const isPrivatePage = (pathname: string): boolean => privatePages.test(unescaped(pathname));

function unescaped(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
