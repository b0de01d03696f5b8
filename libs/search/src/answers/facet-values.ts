import type { LocalizedText, SearchResult } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import { currencyDecimals } from '@tiwizi/money';
import type { Texts } from '../engine/texts.js';
import type { Facet, Wishes } from '../engine/wishes.js';
import facetTexts from '../texts/facets.json' with { type: 'json' };
import type { Directory } from './directory.query.js';
import type { Found } from './found.js';

type Facets = SearchResult['facets'];
type Value = Facets['label'][number];

/** As many as a page can show; chosen values are always among them, also when nothing has them any more. */
const mostValues = 100;
/** Cooperatives are without number: those with most to offer, the others are found by name. */
const mostCooperatives = 24;

/** Minor units of a whole dirham, in which buyers give the limits of a price. */
export const dirham = 10 ** currencyDecimals('MAD');

export const cooperativesIn = ({ counts }: Found, wishes: Wishes): string[] =>
  topValues('cooperative', counts, wishes).map(([value]) => value);

export function facetsOf(
  { counts, price }: Found,
  wishes: Wishes,
  directory: Directory,
  cooperativeNames: ReadonlyMap<string, Texts>,
  locale: Locale,
): Facets {
  const label = (value: string, name: Texts | undefined): LocalizedText =>
    name ? pickText(name, locale) : { locale, text: value };
  const values = (facet: ListFacet, nameOf: (value: string) => Texts | undefined): Value[] =>
    topValues(facet, counts, wishes).map(([value, count]) => ({
      value,
      label: label(value, nameOf(value)),
      count,
    }));
  const fixed = (facet: 'availability' | 'womenLed', texts: Readonly<Record<string, Texts>>): Value[] =>
    Object.entries(texts).map(([value, name]) => ({
      value,
      label: label(value, name),
      count: counts[facet]?.get(value) ?? 0,
    }));
  return {
    category: values('category', (value) => directory.category.get(value)?.name).map((value) => ({
      ...value,
      parentId: directory.category.get(value.value)?.parentId ?? null,
    })),
    region: values('region', (value) => directory.region.get(value)?.name),
    province: values('province', (value) => directory.province.get(value)?.name).map((value) => ({
      ...value,
      regionId: directory.province.get(value.value)?.regionId ?? '',
    })),
    cooperative: values('cooperative', (value) => cooperativeNames.get(value)),
    label: values('label', (value) => directory.label.get(value)?.name),
    availability: fixed('availability', facetTexts.availability),
    womenLed: fixed('womenLed', facetTexts.womenLed),
    shipsTo: values('shipsTo', (value) => countries.get(value)),
    price: price && { min: Math.floor(price.min / dirham), max: Math.ceil(price.max / dirham) },
  };
}

const countries: ReadonlyMap<string, Texts> = new Map(Object.entries<Texts>(facetTexts.shipsTo));

type ListFacet = Exclude<Facet, 'price' | 'womenLed' | 'availability'>;

function topValues(facet: ListFacet, { [facet]: counts }: Found['counts'], wishes: Wishes): [string, number][] {
  const sorted = [...(counts ?? [])].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const top = sorted.slice(0, facet === 'cooperative' ? mostCooperatives : mostValues);
  const missing = (wishes[facet] ?? []).filter((value) => !top.some(([known]) => known === value));
  return [...top, ...[...new Set(missing)].map((value): [string, number] => [value, counts?.get(value) ?? 0])];
}
