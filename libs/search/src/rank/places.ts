import type { Directory, Spot } from '../answers/directory.query.js';

const earthRadiusKm = 6371;
/** Who lives farther than this from every great market is seldom seen there. */
const remoteKm = 150;
/** Casablanca, Rabat, Fès, Tanger, Marrakech, Agadir: where most orders go. */
const greatMarkets = ['MA-CAS', 'MA-RAB', 'MA-FES', 'MA-TNG', 'MA-MAR', 'MA-AGD'];

/** Regions and provinces as points on the map: a province is its chief town, a region the middle of its provinces. */
export class Places {
  private readonly spots = new Map<string, Spot>();
  private readonly remote = new Set<string>();
  private readonly provinceRegions: ReadonlyMap<string, string>;

  constructor(directory: Pick<Directory, 'province' | 'region'>) {
    const provinces = [...directory.province];
    this.provinceRegions = new Map(provinces.map(([id, { regionId }]) => [id, regionId]));
    for (const [id, spot] of provinces) this.spots.set(id, spot);
    for (const id of directory.region.keys()) {
      const inside = provinces.filter(([, { regionId }]) => regionId === id).map(([, spot]) => spot);
      if (inside.length) this.spots.set(id, middleOf(inside));
    }
    for (const [id] of provinces) {
      const ways = greatMarkets.flatMap((market) => this.distance(market, id) ?? []);
      if (ways.length && Math.min(...ways) > remoteKm) this.remote.add(id);
    }
  }

  isKnown(place: string): boolean {
    return this.spots.has(place);
  }

  isRemote(province: string): boolean {
    return this.remote.has(province);
  }

  regionOf(place: string): string {
    return this.provinceRegions.get(place) ?? place;
  }

  /** Whole kilometres as the crow flies; null where a place is unknown. */
  distance(from: string, to: string): number | null {
    const [a, b] = [this.spots.get(from), this.spots.get(to)];
    return a && b ? Math.round(kilometres(a, b)) : null;
  }

  /** Every province, nearest first. */
  provincesFrom(place: string): string[] {
    return [...this.provinceRegions.keys()]
      .map((id) => ({ id, km: this.distance(place, id) ?? Number.MAX_SAFE_INTEGER }))
      .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  }
}

function middleOf(spots: readonly Spot[]): Spot {
  const mean = (pick: (spot: Spot) => number) => spots.reduce((sum, spot) => sum + pick(spot), 0) / spots.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

function kilometres(a: Spot, b: Spot): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(chord));
}
