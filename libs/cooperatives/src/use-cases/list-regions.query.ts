import { Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache } from '@tiwizi/http';
import { Database } from '@tiwizi/persistence';

const statement = {
  name: 'cooperatives/regions',
  text: `
    select json_build_object('regions', json_agg(json_build_object(
      'id', region.id, 'name', platform.localized(region.name, $1),
      'provinces', (
        select json_agg(json_build_object(
          'id', province.id, 'name', platform.localized(province.name, $1),
          'chiefTown', platform.localized(province.chief_town, $1)) order by province.name ->> 'fr')
        from cooperatives.province where province.region_id = region.id
      )) order by region.position))::text
    from cooperatives.region`,
};

/** They change with a migration only. */
const tenMinutes = 600_000;

@Injectable()
export class ListRegionsQuery {
  constructor(
    private readonly database: Database,
    private readonly cache: ReadCache,
  ) {}

  execute(locale: Locale): Promise<Buffer> {
    return this.cache.until(`cooperatives/regions/${locale}`, async () => {
      return {
        text: (await this.database.json(statement, [locale])) ?? '{"regions":[]}',
        topics: [],
        freshMs: tenMinutes,
      };
    });
  }
}
