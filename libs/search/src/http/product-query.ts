import type { SearchCooperatives, SearchQuery } from '@tiwizi/contracts';
import type { InputOf } from '@tiwizi/http';
import type { z } from 'zod';
import { dirham } from '../answers/facet-values.js';
import type { CooperativeQuery } from '../use-cases/find-cooperatives.query.js';
import type { ProductQuery } from '../use-cases/find-products.query.js';

const defaultLimit = 24;

type Values = string | string[] | undefined;

/** PostgreSQL keeps no NUL; a value that had one is nobody's, and stays so. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\ufffd');

/** A value alone is a list of one; lists are in one order, so that the same wishes are the same question. */
const list = (values: Values): string[] => [...new Set([values ?? []].flat().filter(Boolean).map(withoutNul))].sort();

export function productQuery(query: z.output<typeof SearchQuery>): ProductQuery {
  const { priceMin, priceMax, inStock, womenLed } = query;
  return {
    q: withoutNul(query.q ?? '').trim(),
    page: query.page ?? 1,
    limit: query.limit ?? defaultLimit,
    near: query.near ?? null,
    wishes: {
      category: list(query.category),
      region: list(query.region),
      province: list(query.province),
      cooperative: list(query.cooperative),
      label: list(query.label),
      shipsTo: list(query.shipsTo),
      ...(priceMin !== undefined && { priceMin: priceMin * dirham }),
      ...(priceMax !== undefined && { priceMax: priceMax * dirham }),
      ...(inStock === 'true' && { inStock: true }),
      ...(womenLed === 'true' && { womenLed: true }),
      ...(query.sort && { sort: query.sort }),
    },
  };
}

export function cooperativeQuery({ query }: InputOf<typeof SearchCooperatives>): CooperativeQuery {
  return {
    q: withoutNul(query.q).trim(),
    page: query.page ?? 1,
    limit: query.limit ?? defaultLimit,
    wishes: {
      region: list(query.region),
      province: list(query.province),
      ...(query.womenLed === 'true' && { womenLed: true }),
    },
  };
}
