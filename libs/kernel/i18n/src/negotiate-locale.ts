import { isLocale, type Locale } from './locale.js';

/** Tags browsers send for the Amazigh of Morocco and for its Arabic. */
const kin: Record<string, Locale> = { ber: 'zgh', shi: 'zgh', tzm: 'zgh', rif: 'zgh', ary: 'ar' };

/** A remembered choice, else the first language we speak in the browser's order, else French. */
export function negotiateLocale(acceptLanguage: string | undefined, cookie?: string): Locale {
  if (isLocale(cookie)) return cookie;
  const asked = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, position) => ({ locale: localeOf(part), quality: qualityOf(part), position }))
    .filter(({ locale, quality }) => locale && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  return asked[0]?.locale ?? 'fr';
}

function localeOf(part: string): Locale | undefined {
  const language = /^\s*([a-z]{2,3})\b/i.exec(part)?.[1]?.toLowerCase() ?? '';
  return isLocale(language) ? language : kin[language];
}

function qualityOf(part: string): number {
  const written = /;\s*q\s*=\s*([\d.]+)/i.exec(part)?.[1];
  const quality = written === undefined ? 1 : Number(written);
  return Number.isNaN(quality) ? 0 : quality;
}
