import { Database } from '@tiwizi/persistence';
import { countStatements, startApp, type TestApp } from '@tiwizi/testing';
import { CooperativesApi } from '../cooperatives.api.js';
import { CooperativesModule } from '../cooperatives.module.js';
import { registryRow } from '../testing/registry-row.js';
import type { RegistryRow } from './import-registry.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [CooperativesModule] });
});
afterAll(() => app.close());

const load = (rows: RegistryRow[]) =>
  app.get(Database).transaction((tx) => app.get(CooperativesApi).importRegistry(tx, rows));
const changes = async (id: string): Promise<number> =>
  (
    await app.get(Database).query(
      `select 1 from jobs.job
         where data->>'event' = 'cooperatives.cooperative-changed.v1' and data->'payload'->>'cooperativeId' = $1`,
      [id],
    )
  ).length;

describe('loading the registry', () => {
  it('loads hundreds of cooperatives with one statement, and again without a change', async () => {
    const rows = Array.from({ length: 300 }, () => registryRow());
    const { statements } = await countStatements(() => load(rows));
    expect(statements).toHaveLength(1);
    await load(rows);
    expect(await changes(rows[0]!.id)).toBe(0);
  });

  it('takes what the registry knows better, tells the others, and keeps what was decided here', async () => {
    const row = registryRow({ verification: 'submitted', verificationLevel: 1 });
    await load([row]);
    await load([{ ...row, memberCount: 20, verification: 'verified', verificationLevel: 4, rib: null }]);
    const [kept] = await app.get(Database).query('select * from cooperatives.cooperative where id = $1', [row.id]);
    expect(kept).toMatchObject({ member_count: 20, verification: 'submitted', verification_level: 1 });
    expect(await changes(row.id)).toBe(1);
  });

  it('publishes what may be shown of each through its view', async () => {
    const row = registryRow({ provinceId: 'MA-CHT', womenCount: 3 });
    await load([row]);
    const [seen] = await app
      .get(Database)
      .query('select * from cooperatives.public_cooperative where id = $1', [row.id]);
    expect(seen).toMatchObject({
      slug: row.slug,
      region_id: 'MA-09',
      is_verified: true,
      may_sell: true,
      is_women_led: false,
      emblem: `/pictures/cooperatives/${row.slug}.svg`,
      label_ids: [],
    });
    expect(await app.get(CooperativesApi).seller(row.id)).toMatchObject({ id: row.id, name: row.name, maySell: true });
    expect(await app.get(CooperativesApi).seller('00000000-0000-0000-0000-000000000000')).toBeNull();
  });
});
