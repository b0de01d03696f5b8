import { DeliveryOptions, EstimateDelivery, ListRegions, type LocalizedText, type ResponseOf } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { RouterContextProvider } from 'react-router';
import { api } from '../app-context.js';
import { cookieOf } from './cookies.server.js';

export interface City {
  /** The province's id: its chief town stands for it. */
  readonly id: string;
  readonly name: LocalizedText;
}
export type DeliveryOption = ResponseOf<typeof EstimateDelivery>['options'][number];

export interface DeliveryEstimate {
  readonly cities: readonly City[];
  readonly provinceId: string | null;
  readonly option: DeliveryOption | null;
}

const kept = new Map<Locale, Promise<readonly City[]>>();

/** The cities parcels go to, in alphabetical order. They change with the country's map. */
export function deliveryCities(locale: Locale, context: Readonly<RouterContextProvider>): Promise<readonly City[]> {
  const known = kept.get(locale);
  if (known) return known;
  const cities = api(context)
    .call(ListRegions, { query: { locale } })
    .then(({ regions }) => {
      const provinces = regions.flatMap(({ provinces: list }) => list);
      const list = provinces.map(({ id, chiefTown }) => ({ id, name: chiefTown }));
      // On the server only, whose collation is known; Amazigh readers get the towns' French names.
      const order = new Intl.Collator(locale === 'zgh' ? 'fr' : locale);
      return list.sort((a, b) => order.compare(a.name.text, b.name.text));
    });
  kept.set(locale, cities);
  cities.catch(() => kept.delete(locale));
  return cities;
}

export interface Region {
  readonly id: string;
  readonly name: LocalizedText;
  /** Ids of what lies in it. */
  readonly provinces: readonly string[];
}

const keptRegions = new Map<Locale, Promise<readonly Region[]>>();

export function regionsOf(locale: Locale, context: Readonly<RouterContextProvider>): Promise<readonly Region[]> {
  const known = keptRegions.get(locale);
  if (known) return known;
  const list = api(context)
    .call(ListRegions, { query: { locale } })
    .then(({ regions }) =>
      regions.map(({ id, name, provinces }) => ({ id, name, provinces: provinces.map((one) => one.id) })),
    );
  keptRegions.set(locale, list);
  list.catch(() => keptRegions.delete(locale));
  return list;
}

/** `?ville=` first, else the city chosen before. */
export async function rememberedCity(
  request: Request,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
): Promise<{ cities: readonly City[]; provinceId: string | null; isNew: boolean }> {
  const cities = await deliveryCities(locale, context);
  const isKnown = (id: string | null | undefined): id is string => cities.some((city) => city.id === id);
  const asked = new URL(request.url).searchParams.get('ville');
  const before = cookieOf(request, 'tiwizi_city');
  const provinceId = isKnown(asked) ? asked : isKnown(before) ? before : null;
  return { cities, provinceId, isNew: isKnown(asked) && asked !== before };
}

/** How each parcel of a cart can go to this city; nothing to choose from before one is known. */
export async function deliveryChoices(
  cartId: string,
  provinceId: string | null,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
): Promise<ResponseOf<typeof DeliveryOptions>['parcels']> {
  if (!provinceId) return [];
  const query = { locale, provinceId };
  const { parcels } = await api(context).call(DeliveryOptions, { params: { id: cartId }, query });
  return parcels;
}

/** A page never waits in vain for an estimate: without one it says that the cart will tell. */
export async function cheapestDelivery(
  idOrSlug: string,
  provinceId: string | null,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
): Promise<DeliveryOption | null> {
  if (!provinceId) return null;
  try {
    const { options } = await api(context).call(EstimateDelivery, {
      params: { idOrSlug },
      query: { locale, provinceId },
    });
    return options[0] ?? null;
  } catch {
    return null;
  }
}
