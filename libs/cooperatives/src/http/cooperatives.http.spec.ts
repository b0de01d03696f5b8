import { Cursors, Database, newId } from '@tiwizi/persistence';
import { countStatements, startApp, type TestApp } from '@tiwizi/testing';
import { CooperativesApi } from '../cooperatives.api.js';
import { CooperativesModule } from '../cooperatives.module.js';
import { registryRow } from '../testing/registry-row.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [CooperativesModule] });
});
afterAll(() => app.close());

const save = (rows: ReturnType<typeof registryRow>[]) =>
  app.get(Database).transaction((tx) => app.get(CooperativesApi).importRegistry(tx, rows));

describe('GET /regions', () => {
  it('lists the 12 regions and their 75 provinces, with the chief towns in the reader’s language', async () => {
    const { body } = await app.http.get('/api/v1/regions?locale=ar').expect(200);
    expect(body.regions).toHaveLength(12);
    expect(body.regions.flatMap((region: { provinces: unknown[] }) => region.provinces)).toHaveLength(75);
    expect(body.regions[0].name).toEqual({ locale: 'ar', text: 'طنجة - تطوان - الحسيمة' });
    const souss = body.regions.find(({ id }: { id: string }) => id === 'MA-09');
    expect(souss.provinces).toContainEqual({
      id: 'MA-CHT',
      name: expect.objectContaining({ locale: 'ar' }),
      chiefTown: expect.objectContaining({ locale: 'ar' }),
    });
  });

  it('shows French, and says so, where an Amazigh name waits for its reviewer', async () => {
    const { body } = await app.http.get('/api/v1/regions?locale=zgh').expect(200);
    const names = new Map(body.regions.map((region: { id: string; name: unknown }) => [region.id, region.name]));
    expect(names.get('MA-11')).toEqual({ locale: 'fr', text: 'Laâyoune-Sakia El Hamra' });
    expect(names.get('MA-09')).toEqual({ locale: 'zgh', text: 'ⵙⵓⵙ-ⵎⴰⵙⵙⴰ' });
  });
});

describe('GET /cooperatives', () => {
  it('pages through verified cooperatives by key, each once, and leaves the others out', async () => {
    const rows = Array.from({ length: 7 }, (_, position) =>
      registryRow({ slug: `zz-paged-${position}`, provinceId: 'MA-OUZ' }),
    );
    await save([
      ...rows,
      registryRow({ slug: 'zz-paged-8', provinceId: 'MA-OUZ', verification: 'submitted', verificationLevel: 1 }),
    ]);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.http.get(`/api/v1/cooperatives?region=MA-01&limit=3${cursor}`).expect(200);
      seen.push(...body.items.map(({ slug }: { slug: string }) => slug));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(rows.map(({ slug }) => slug));
  });

  it('answers with one statement, however long the page', async () => {
    await save(Array.from({ length: 30 }, () => registryRow({ provinceId: 'MA-FES' })));
    const { statements } = await countStatements(() => app.http.get('/api/v1/cooperatives?region=MA-03&limit=100'));
    expect(statements).toHaveLength(1);
  });

  it('F65: refuses forged cursors, page sizes out of range and unknown filters', async () => {
    await app.http.get('/api/v1/cooperatives?cursor=bm9wZQ').expect(400);
    const ofAnotherList = app.get(Cursors).encode('cooperatives/to-verify', [1, 2, 3]);
    await app.http.get(`/api/v1/cooperatives?cursor=${ofAnotherList}&limit=1`).expect(400);
    for (const query of ['limit=0', 'limit=-1', 'limit=1e9', 'limit=101', 'page=2', 'region[]=MA-01']) {
      await app.http.get(`/api/v1/cooperatives?${query}`).expect(400);
    }
  });
});

describe('GET /cooperatives/:idOrSlug', () => {
  it('shows a cooperative by its slug and by its id, with its living labels only', async () => {
    const row = registryRow({
      story: { fr: 'Fondée en 2021 à Tata.' },
      labels: [
        { labelId: 'igp-argane', number: 'A-1', expiresOn: '2099-01-01' },
        { labelId: 'terroir-maroc', number: 'A-2', expiresOn: '2020-01-01' },
        { labelId: 'ig-eau-rose-mgouna', number: 'A-3', expiresOn: '2099-01-01' },
      ],
    });
    await save([row]);
    const { body } = await app.http.get(`/api/v1/cooperatives/${row.slug}?locale=ar`).expect(200);
    expect(body).toMatchObject({
      id: row.id,
      name: { locale: 'ar', text: 'تعاونية تيفاوين' },
      region: { locale: 'ar' },
      story: { locale: 'fr', text: 'Fondée en 2021 à Tata.' },
      activity: null,
      isWomenLed: true,
      productCount: 0,
    });
    expect(body.labels.map(({ id }: { id: string }) => id)).toEqual(['igp-argane']);
    const again = await app.http.get(`/api/v1/cooperatives/${row.id}?locale=ar`).expect(200);
    expect(again.body).toEqual(body);
  });

  it('F46: says nothing private: no numbers, no telephone, no people', async () => {
    const row = registryRow({
      ice: '990000001000040',
      rib: '999010000000012617789738',
      phone: '+212600000001',
      presidentName: 'Fatima Aït Ali',
    });
    await save([row]);
    const { text } = await app.http.get(`/api/v1/cooperatives/${row.slug}`).expect(200);
    for (const secret of [row.ice, row.rib, '9738', row.phone, row.presidentName]) expect(text).not.toContain(secret);
  });

  it.each(['documents-missing', 'submitted'] as const)(
    'does not know one whose papers are %s',
    async (verification) => {
      const row = registryRow({ verification, verificationLevel: 1 });
      await save([row]);
      const { body } = await app.http.get(`/api/v1/cooperatives/${row.slug}`).expect(404);
      expect(body.code).toBe('cooperatives/not-found');
      await app.http.get(`/api/v1/cooperatives/${row.id}`).expect(404);
    },
  );

  it('answers 404 for an unknown one and 400 for what cannot be an address', async () => {
    await app.http.get(`/api/v1/cooperatives/${newId()}`).expect(404);
    await app.http.get('/api/v1/cooperatives/nobody-here').expect(404);
    await app.http.get(`/api/v1/cooperatives/${encodeURIComponent("x' or 1=1 --")}`).expect(400);
  });
});
