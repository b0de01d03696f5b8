import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { Tariff, type TariffRows } from '../domain/tariff.js';

const freshMs = 30_000;

const statement = {
  name: 'shipping/tariff',
  text: `
    select json_build_object(
      'provinces', (
        select json_agg(json_build_object('provinceId', province_id, 'zone', zone, 'validFrom', valid_from))
        from shipping.province_zone),
      'rates', (
        select json_agg(json_build_object('service', service, 'zone', zone, 'maxWeightGrams', max_weight_grams,
          'priceAmount', price_amount, 'currency', currency, 'validFrom', valid_from))
        from shipping.rate),
      'transits', (
        select json_agg(json_build_object('service', service, 'zone', zone, 'earliestDays', earliest_days,
          'latestDays', latest_days, 'validFrom', valid_from))
        from shipping.transit),
      'holidays', (select coalesce(json_agg(day), '[]') from shipping.holiday)
    )::text`,
};

/**
 * The tariff in memory: every view of a cart asks for it and it hardly ever changes. It holds the rows of the days to
 * come too, so a new tariff begins on its day in every process, not half a minute later.
 */
@Injectable()
export class TariffStore {
  private loading: Promise<Tariff> | undefined;
  private loadedAt = 0;

  constructor(private readonly database: Database) {}

  /** Read once for all who ask meanwhile. What failed is asked again by the next one. */
  current(): Promise<Tariff> {
    if (this.loading && Date.now() - this.loadedAt < freshMs) return this.loading;
    return this.refresh();
  }

  refresh(): Promise<Tariff> {
    this.loadedAt = Date.now();
    const loading = this.load();
    this.loading = loading;
    loading.catch(() => {
      if (this.loading === loading) this.loading = undefined;
    });
    return loading;
  }

  private async load(): Promise<Tariff> {
    const rows: TariffRows = JSON.parse((await this.database.json(statement)) ?? '{}');
    return new Tariff(rows);
  }
}
