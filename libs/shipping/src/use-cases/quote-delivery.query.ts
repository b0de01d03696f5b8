import { Injectable } from '@nestjs/common';
import { civilTime } from '@tiwizi/i18n';
import type { Money } from '@tiwizi/contracts';
import { amountColumn, Database } from '@tiwizi/persistence';
import { deliveryDay } from '../domain/delivery-days.js';
import { UnknownProvince } from '../domain/shipment-errors.js';

export interface ParcelToQuote {
  cooperativeId: string;
  originProvinceId: string;
  weightGrams: number;
  goodsAmount: number;
}

/** One way to receive one parcel. Days are days of Morocco. */
export interface Quote {
  id: string;
  /** `delivery.home`: the storefront's text for the service. */
  nameKey: string;
  price: Money;
  earliest: string;
  latest: string;
}

interface Row {
  position: number;
  service: 'home' | 'relay';
  priceAmount: string;
  currency: Money['currency'];
  earliestDays: number;
  latestDays: number;
  holidays: string[];
}

/** Heavier than the last band: several parcels of that weight, and one with the rest. */
const statement = {
  name: 'shipping/quotes',
  text: `
    with destination as (
      select zone from shipping.province_zone
      where province_id = $4 and valid_from <= $5::date order by valid_from desc limit 1
    ),
    parcel as (
      select position, greatest(weight, 1) as weight, case when origin = $4 then 1 else destination.zone end as zone
      from unnest($1::int[], $2::text[], $3::int[]) as given (position, origin, weight), destination
    ),
    rate as (
      select * from shipping.rate where valid_from = (
        select max(begun.valid_from) from shipping.rate begun
        where begun.service = rate.service and begun.zone = rate.zone and begun.valid_from <= $5::date)
    ),
    heaviest as (
      select distinct on (service, zone) service, zone, max_weight_grams, price_amount, currency
      from rate order by service, zone, max_weight_grams desc
    )
    select parcel.position, heaviest.service, heaviest.currency,
      (parcel.weight - 1) / heaviest.max_weight_grams * heaviest.price_amount + rest.price_amount as "priceAmount",
      transit.earliest_days as "earliestDays", transit.latest_days as "latestDays",
      array(select day::text from shipping.holiday where day between $5::date and $5::date + 90) as holidays
    from parcel
    join heaviest on heaviest.zone = parcel.zone
    cross join lateral (
      select rate.price_amount from rate
      where rate.service = heaviest.service and rate.zone = heaviest.zone
        and rate.max_weight_grams >= (parcel.weight - 1) % heaviest.max_weight_grams + 1
      order by rate.max_weight_grams limit 1
    ) rest
    cross join lateral (
      select earliest_days, latest_days from shipping.transit
      where transit.service = heaviest.service and transit.zone = heaviest.zone and transit.valid_from <= $5::date
      order by transit.valid_from desc limit 1
    ) transit
    order by parcel.position, "priceAmount", heaviest.service`,
};

/** The ways to deliver each parcel, cheapest first: one statement, however many parcels a cart makes. */
@Injectable()
export class QuoteDeliveryQuery {
  constructor(private readonly database: Database) {}

  async execute(parcels: readonly ParcelToQuote[], destinationProvinceId: string, at: Date): Promise<Quote[][]> {
    if (!parcels.length) return [];
    const { year, month, day } = civilTime(at);
    const rows = await this.database.named<Row>(statement, [
      parcels.map((_, position) => position),
      parcels.map(({ originProvinceId }) => originProvinceId),
      parcels.map(({ weightGrams }) => weightGrams),
      destinationProvinceId,
      `${year}-${month}-${day}`,
    ]);
    if (!rows.length) throw new UnknownProvince();
    const holidays = new Set(rows[0]?.holidays);
    const quotes: Quote[][] = parcels.map(() => []);
    for (const row of rows) quotes[row.position]?.push(toQuote(row, at, holidays));
    return quotes;
  }
}

function toQuote(row: Row, at: Date, holidays: ReadonlySet<string>): Quote {
  return {
    id: row.service,
    nameKey: `delivery.${row.service}`,
    price: { amount: amountColumn(row.priceAmount), currency: row.currency },
    earliest: deliveryDay(at, row.earliestDays, holidays),
    latest: deliveryDay(at, row.latestDays, holidays),
  };
}
