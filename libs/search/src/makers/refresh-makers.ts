import { Injectable } from '@nestjs/common';
import { Database, type EntityManager } from '@tiwizi/persistence';
import { makerRow, type StoredMaker } from './maker-row.js';

const stretch = 1000;
const firstKey = '00000000-0000-0000-0000-000000000000';

const makersNow = `
  select json_build_object('id', id, 'slug', slug, 'name', name, 'place', place, 'isVerified', is_verified,
    'emblem', emblem, 'regionId', region_id, 'provinceId', province_id, 'isWomenLed', is_women_led) as maker
  from cooperatives.public_cooperative
  where id = any ($1::uuid[]) and is_verified`;

/** Makes the rows of cooperatives say what PostgreSQL says of them now; one that is not verified any more has none. */
@Injectable()
export class RefreshMakers {
  constructor(private readonly database: Database) {}

  async execute(ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await this.database.transaction(async (tx) => {
      // Whoever comes second reads what the first one's change has become.
      await tx.query(
        `select pg_advisory_xact_lock(hashtextextended('search/maker/' || id, 0)) from unnest($1::text[]) as id order by id`,
        [ids],
      );
      const found: { maker: StoredMaker }[] = await tx.query(makersNow, [ids]);
      await this.write(
        tx,
        found.map(({ maker }) => maker),
      );
      await tx.query(
        'delete from search.maker where cooperative_id = any ($1::uuid[]) and cooperative_id <> all ($2::uuid[])',
        [ids, found.map(({ maker }) => maker.id)],
      );
    });
  }

  /** Every cooperative: for a new installation, and for whatever no event told. */
  async all(): Promise<void> {
    for (let after = firstKey; ;) {
      const rows = await this.database.query<{ id: string }>(
        `select id from (
           select id from cooperatives.public_cooperative where id > $1::uuid
           union select cooperative_id from search.maker where cooperative_id > $1::uuid
         ) known order by id limit $2`,
        [after, stretch],
      );
      await this.execute(rows.map(({ id }) => id));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < stretch) return;
    }
  }

  async isEmpty(): Promise<boolean> {
    const rows = await this.database.query('select from search.maker limit 1');
    return rows.length === 0;
  }

  private async write(tx: EntityManager, makers: readonly StoredMaker[]): Promise<void> {
    if (!makers.length) return;
    await tx.query(
      `insert into search.maker (cooperative_id, slug, name, keys, region_id, province_id, is_women_led, content)
       select * from jsonb_to_recordset($1::jsonb) as given (cooperative_id uuid, slug text, name text, keys text[],
         region_id text, province_id text, is_women_led boolean, content jsonb)
       on conflict (cooperative_id) do update
       set slug = excluded.slug, name = excluded.name, keys = excluded.keys, region_id = excluded.region_id,
           province_id = excluded.province_id, is_women_led = excluded.is_women_led, content = excluded.content`,
      [JSON.stringify(makers.map(makerRow))],
    );
  }
}
