import type { Money } from '@tiwizi/contracts';

export const services = ['home', 'relay'] as const;
export type Service = (typeof services)[number];

type Day = string;

/** Rows of the dated tables as they lie in the database, days as `YYYY-MM-DD`. */
export interface TariffRows {
  provinces: { provinceId: string; zone: number; validFrom: Day }[];
  rates: {
    service: Service;
    zone: number;
    maxWeightGrams: number;
    priceAmount: number;
    currency: Money['currency'];
    validFrom: Day;
  }[];
  transits: { service: Service; zone: number; earliestDays: number; latestDays: number; validFrom: Day }[];
  holidays: Day[];
}

export interface Offer {
  service: Service;
  price: Money;
  earliestDays: number;
  latestDays: number;
}

type Band = TariffRows['rates'][number];

const sameCity = 1;

/** The whole tariff, past and future: which row counts is a question of the day. */
export class Tariff {
  readonly holidays: ReadonlySet<Day>;
  private readonly zones: Map<string, TariffRows['provinces']>;
  private readonly bands: Map<string, Band[]>;
  private readonly transits: Map<string, TariffRows['transits']>;

  constructor(rows: TariffRows) {
    this.holidays = new Set(rows.holidays);
    this.zones = newestFirst(rows.provinces, ({ provinceId }) => provinceId);
    this.bands = newestFirst(rows.rates, keyOf);
    this.transits = newestFirst(rows.transits, keyOf);
  }

  /** Where a province lies for the carrier; undefined for one we do not know. */
  zoneOf(provinceId: string, day: Day): number | undefined {
    return begun(this.zones.get(provinceId), day)?.zone;
  }

  /** The ways to deliver such a parcel on this day, cheapest first. */
  offers(from: string, to: { provinceId: string; zone: number }, weightGrams: number, day: Day): Offer[] {
    const zone = from === to.provinceId ? sameCity : to.zone;
    return services
      .flatMap((service) => {
        const price = this.price({ service, zone }, Math.max(1, weightGrams), day);
        const transit = begun(this.transits.get(keyOf({ service, zone })), day);
        if (!price || !transit) return [];
        return [{ service, price, earliestDays: transit.earliestDays, latestDays: transit.latestDays }];
      })
      .sort((left, right) => left.price.amount - right.price.amount);
  }

  /** Heavier than the last band: several parcels of that weight, and one with the rest. */
  private price(place: { service: Service; zone: number }, weight: number, day: Day): Money | undefined {
    const dated = this.bands.get(keyOf(place));
    const first = begun(dated, day);
    if (!dated || !first) return undefined;
    const bands = dated
      .filter(({ validFrom }) => validFrom === first.validFrom)
      .sort((left, right) => left.maxWeightGrams - right.maxWeightGrams);
    const heaviest = bands.at(-1) ?? first;
    const full = Math.floor((weight - 1) / heaviest.maxWeightGrams);
    const rest = weight - full * heaviest.maxWeightGrams;
    const band = bands.find(({ maxWeightGrams }) => maxWeightGrams >= rest) ?? heaviest;
    return { amount: full * heaviest.priceAmount + band.priceAmount, currency: heaviest.currency };
  }
}

const keyOf = ({ service, zone }: { service: Service; zone: number }): string => `${service}/${zone}`;

const begun = <Row extends { validFrom: Day }>(rows: readonly Row[] | undefined, day: Day): Row | undefined =>
  rows?.find(({ validFrom }) => validFrom <= day);

function newestFirst<Row extends { validFrom: Day }>(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const sorted = [...rows].sort((left, right) => right.validFrom.localeCompare(left.validFrom));
  return Map.groupBy(sorted, key);
}
