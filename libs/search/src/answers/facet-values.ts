import type { LocalizedText, SearchResult } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import { currencyDecimals } from '@tiwizi/money';
import type { Texts } from '../engine/texts.js';
import type { Facet, Wishes } from '../engine/wishes.js';
import availabilityTexts from '../texts/availability.json' with { type: 'json' };
import type { Found } from './found.js';

type NameOf = (facet: 'category' | 'region' | 'cooperative' | 'label', value: string) => LocalizedText;
type Facets = SearchResult['facets'];

/** As many as a page can show; chosen values are always among them, also when nothing has them any more. */
const mostValues = 100;

/** Minor units of a whole dirham, in which buyers give the limits of a price. */
export const dirham = 10 ** currencyDecimals('MAD');

export const cooperativesIn = ({ counts }: Found, wishes: Wishes): string[] =>
  topValues(counts.cooperative, wishes.cooperative).map(([value]) => value);

export function facetsOf({ counts, price }: Found, wishes: Wishes, nameOf: NameOf, locale: Locale): Facets {
  const named = (facet: Parameters<NameOf>[0]) =>
    topValues(counts[facet], wishes[facet]).map(([value, count]) => ({ value, label: nameOf(facet, value), count }));
  return {
    category: named('category').map((value) => ({ ...value, parentId: null })),
    region: named('region'),
    province: [],
    womenLed: [],
    shipsTo: [],
    cooperative: named('cooperative'),
    label: named('label'),
    availability: Object.entries<Texts>(availabilityTexts).map(([value, texts]) => ({
      value,
      label: pickText(texts, locale),
      count: counts.availability?.get(value) ?? 0,
    })),
    price: price && { min: Math.floor(price.min / dirham), max: Math.ceil(price.max / dirham) },
  };
}

function topValues(counts: Found['counts'][Facet], chosen: readonly string[] = []): [string, number][] {
  const sorted = [...(counts ?? [])].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const top = sorted.slice(0, mostValues);
  const missing = chosen.filter((value) => !top.some(([known]) => known === value));
  return [...top, ...[...new Set(missing)].map((value): [string, number] => [value, counts?.get(value) ?? 0])];
}
