import type { Locale } from './texts.js';

const units: Record<string, string> = { mad: 'DH', eur: '€', usd: '$' };

/** « 1 234,50 DH »: western digits, no-break spaces, no decimals when they are zero. */
export function amountText(amount: number, currency: string, locale: Locale): string {
  const [whole, cents] = [Math.floor(amount / 100), amount % 100];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const decimals = cents === 0 ? '' : `${locale === 'en' ? '.' : ','}${String(cents).padStart(2, '0')}`;
  const unit = currency === 'mad' && locale === 'ar' ? 'درهم' : (units[currency] ?? currency.toUpperCase());
  return `${grouped}${decimals}\u00a0${unit}`;
}
