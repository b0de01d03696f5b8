import type { SearchResult } from '@tiwizi/contracts';
import type { Filters } from '../features/search/filters.js';
import type { Region } from './delivery.server.js';

/** A category chosen inside another narrows it: the wider one is not asked as well. */
export const narrowed = (ids: readonly string[], trail: (id: string) => readonly string[]): string[] =>
  ids.filter((id) => !ids.some((other) => other !== id && trail(other).includes(id)));

const mostPlaces = 20;

/**
 * Regions and provinces are one question, of places: a province inside a chosen region narrows it, one elsewhere is
 * added. Asked as two facets they would exclude each other.
 */
export function placesAsked(
  { region, province }: Pick<Filters, 'region' | 'province'>,
  regions: readonly Region[],
): { region?: string[]; province?: string[] } {
  if (!province.length) return region.length ? { region: [...region] } : {};
  const whole = region.flatMap((id) => {
    const inside = regions.find((one) => one.id === id)?.provinces ?? [];
    return inside.some((one) => province.includes(one)) ? [] : inside;
  });
  return { province: [...new Set([...province, ...whole])].slice(0, mostPlaces) };
}

/** When provinces were asked, the counts of regions are those of their provinces together; none is without its region. */
export function withRegions(
  result: SearchResult,
  { province }: Pick<Filters, 'province'>,
  regions: readonly Region[],
): SearchResult {
  if (!province.length) return result;
  const counts = new Map<string, number>();
  for (const { regionId, count } of result.facets.province) counts.set(regionId, (counts.get(regionId) ?? 0) + count);
  const region = regions
    .flatMap(({ id, name }) => (counts.has(id) ? [{ value: id, label: name, count: counts.get(id) ?? 0 }] : []))
    .sort((a, b) => b.count - a.count);
  return { ...result, facets: { ...result.facets, region } };
}
