import { isLocale, negotiateLocale, type Locale } from '@tiwizi/i18n';
import type { FastifyRequest } from 'fastify';

/** The language asked for in the address, else the one the browser prefers. */
export function localeOf(request: FastifyRequest): Locale {
  const { locale } = (request.query ?? {}) as { locale?: unknown };
  return isLocale(locale) ? locale : negotiateLocale(request.headers['accept-language']);
}
