import { CatalogApi } from '@tiwizi/catalog';
import { ProductPublishedV1, ProductWithdrawnV1, AvailabilityChangedV1, CooperativeChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { eventually } from '@tiwizi/testing';
import { EngineConnection } from '../engine/engine-connection.js';
import { engineClient } from '../engine/engine-client.js';
import { indexVersion } from '../engine/index-settings.js';
import { IndexTaskFailed, SearchIndex } from '../engine/search-index.js';
import { cooperative, Market, product } from '../testing/market.js';
import { CompareIndex } from './compare-index.js';
import { IndexChanges } from './index-changes.js';
import { IndexProducts } from './index-products.js';
import { ReadChanges } from './read-changes.js';
import { RefreshDocuments } from './refresh-documents.js';

const withinFiveSeconds = 5000;

describe('the life of the index', () => {
  let market: Market;
  let index: SearchIndex;

  beforeAll(async () => {
    market = await Market.open({ worker: true });
    const { indexName } = market.app.get(EngineConnection);
    index = new SearchIndex(engineClient(market.app.settings, 5000), indexName);
    await market.api.ensureIndex();
  });

  afterAll(() => market.close());

  const idsFor = async (q: string) => (await market.find({ q, limit: '50' })).hits.map(({ id }) => id);
  const titled = (fr: string) => ({ title: { fr } });

  it('is made when there was none, with the version of its settings', async () => {
    expect(await index.version()).toBe(indexVersion());
  });

  it('has a new product within five seconds of its publication, and forgets a withdrawn one', async () => {
    const maker = cooperative();
    const pouf = product(maker.id, titled('Pouf en cuir brodé'));
    await market.register(maker);
    await market.publish(pouf);
    await eventually(async () => expect(await idsFor('pouf')).toEqual([pouf.id]), withinFiveSeconds);

    await market.database.query('update catalog.product set withdrawn_at = now() where id = $1', [pouf.id]);
    await market.transaction((tx) =>
      market.app.get(Outbox).publish(tx, ProductWithdrawnV1, {
        productId: pouf.id,
        cooperativeId: maker.id,
        slug: pouf.slug,
      }),
    );
    await eventually(async () => expect(await idsFor('pouf')).toEqual([]), withinFiveSeconds);
    expect(await market.database.query('select 1 from search.document where product_id = $1', [pouf.id])).toEqual([]);
  });

  it('says what is left as soon as it changes', async () => {
    const maker = cooperative();
    const lamp = product(maker.id, { ...titled('Lanterne en laiton'), stock: 9 });
    await market.register(maker);
    await market.publish(lamp);
    await eventually(async () => expect(await idsFor('lanterne')).toEqual([lamp.id]), withinFiveSeconds);

    await market.database.query('update catalog.stock_level set on_hand = 2 where variant_id = $1', [
      lamp.variants[0]?.id,
    ]);
    await market.transaction((tx) =>
      market.app.get(Outbox).publish(tx, AvailabilityChangedV1, { productIds: [lamp.id] }),
    );
    await eventually(async () => {
      const { hits } = await market.find({ q: 'lanterne' });
      expect(hits[0]).toMatchObject({ availability: 'low', stockLeft: 2 });
    }, withinFiveSeconds);
  });

  it('follows a cooperative: its name, and its right to sell', async () => {
    const maker = cooperative({ name: { fr: 'Ajddig' } });
    const mirrors = [1, 2, 3].map((size) => product(maker.id, titled(`Miroir encadré ${size}`)));
    await market.register(maker);
    await market.publish(...mirrors);
    await eventually(async () => expect(await idsFor('miroir')).toHaveLength(3), withinFiveSeconds);

    const changed = () =>
      market.transaction((tx) =>
        market.app.get(Outbox).publish(tx, CooperativeChangedV1, { cooperativeId: maker.id, slug: maker.slug }),
      );
    await market.database.query(`update cooperatives.cooperative set name = '{"fr":"Amal"}' where id = $1`, [maker.id]);
    await changed();
    await eventually(async () => {
      const { hits } = await market.find({ q: 'miroir' });
      expect(hits.map(({ cooperative: { name } }) => name.text)).toEqual(['Amal', 'Amal', 'Amal']);
    }, withinFiveSeconds);

    await market.database.query(
      `update cooperatives.cooperative set verification = 'suspended', refusal_reason = 'x' where id = $1`,
      [maker.id],
    );
    await changed();
    await eventually(async () => expect(await idsFor('miroir')).toEqual([]), withinFiveSeconds);
  });

  it('ends the same when an event comes twice, late, or with its neighbours', async () => {
    const maker = cooperative();
    const box = product(maker.id, titled('Boîte en bois de thuya'));
    await market.register(maker);
    await market.publish(box);
    const published = { productId: box.id, cooperativeId: maker.id, slug: box.slug, version: 1 };
    await market.transaction((tx) =>
      market.app.get(Outbox).publishAll(
        tx,
        [1, 2, 3, 4].map(() => [ProductPublishedV1, published]),
      ),
    );
    await market.database.query('update catalog.product set withdrawn_at = now() where id = $1', [box.id]);
    await Promise.all([1, 2, 3].map(() => market.app.get(IndexProducts).execute([box.id])));
    await eventually(async () => {
      const waiting = await market.database.query('select 1 from search.change where not is_indexed');
      expect(waiting).toEqual([]);
    });
    expect(await idsFor('thuya')).toEqual([]);
  });

  it('F18: a task the engine could not finish is not done: the change waits, and is tried again', async () => {
    const maker = cooperative();
    const ring = product(maker.id, titled('Bague touarègue'));
    await market.register(maker);
    const changes = market.app.get(IndexChanges);
    const put = jest.spyOn(changes.index, 'put').mockRejectedValue(new Error('the queue of the engine is full'));
    const waits = `select 1 from search.change where product_id = $1 and not is_indexed`;
    try {
      await market.publish(ring);
      await eventually(async () => expect(await market.database.query(waits, [ring.id])).toHaveLength(1));
      await eventually(() => expect(put).toHaveBeenCalled());
      // The worker may have been refused first: then the engine is not asked at all for a moment.
      await expect(changes.all()).rejects.toThrow(/the queue of the engine is full|failed a moment ago/);
      expect(await market.database.query(waits, [ring.id])).toHaveLength(1);
    } finally {
      put.mockRestore();
    }
    await eventually(async () => expect(await idsFor('bague')).toEqual([ring.id]), 10_000);
    await eventually(async () => expect(await market.database.query(waits, [ring.id])).toEqual([]));
  });

  it('tells the engine also what a process read that died before it could tell', async () => {
    const maker = cooperative();
    const bowl = product(maker.id, titled('Bol à harira'));
    await market.register(maker);
    await market.transaction((tx) => market.app.get(CatalogApi).importPublished(tx, [bowl], { isAnnounced: false }));
    await market.database.query(
      'insert into search.change (product_id, is_read, is_indexed) values ($1, false, true)',
      [bowl.id],
    );
    await market.app.get(RefreshDocuments).execute([bowl.id]);
    await market.app.get(ReadChanges).execute();
    expect(
      await market.database.query('select is_indexed, is_read from search.change where product_id = $1', [bowl.id]),
    ).toEqual([{ is_indexed: false, is_read: true }]);
    await market.app.get(IndexChanges).all();
    expect(await idsFor('harira')).toEqual([bowl.id]);
    // So does what a build reads: whether it ends or not.
    await market.database.query(`update catalog.product set title = '{"fr":"Bol bleu"}' where id = $1`, [bowl.id]);
    await market.database.query('update search.change set is_read = false where product_id = $1', [bowl.id]);
    await market.app.get(RefreshDocuments).documents([bowl.id]);
    expect(
      await market.database.query('select 1 from search.change where product_id = $1 and not is_indexed', [bowl.id]),
    ).toHaveLength(1);
    await market.app.get(IndexChanges).all();
  });

  it('one product that cannot be told holds up no other', async () => {
    const maker = cooperative();
    const plates = Array.from({ length: 10 }, (_, size) => product(maker.id, titled(`Assiette peinte ${size}`)));
    const poisoned = plates[3]?.id ?? '';
    await market.register(maker);
    const changes = market.app.get(IndexChanges);
    const whole = changes.index.put.bind(changes.index);
    const refused = {
      type: 'documentAdditionOrUpdate',
      status: 'failed',
      error: { code: 'invalid_document_fields', message: 'spec' },
    };
    const put = jest.spyOn(changes.index, 'put').mockImplementation(async (documents) => {
      if (documents.some(({ id }) => id === poisoned)) throw new IndexTaskFailed(refused);
      await whole(documents);
    });
    try {
      await market.publish(...plates);
      await eventually(async () => expect(await idsFor('assiette')).toHaveLength(9), 10_000);
    } finally {
      put.mockRestore();
    }
    await market.app.get(IndexProducts).execute([poisoned]);
    await eventually(async () => expect(await idsFor('assiette')).toHaveLength(10), 10_000);
  });

  it('is rebuilt beside the living one, which answers until the swap', async () => {
    const maker = cooperative();
    const mats = [1, 2, 3, 4].map((size) => product(maker.id, titled(`Natte en jonc ${size}`)));
    await market.register(maker);
    await market.publish(...mats);
    await market.api.reindexAll();
    let isBuilding = true;
    const building = market.api.reindexAll().finally(() => (isBuilding = false));
    const seen: number[] = [];
    while (isBuilding) seen.push((await market.find({ q: `natte jonc ${' '.repeat(seen.length % 150)}` })).total);
    await building;
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([4]));
  });

  it('is built by one process at a time', async () => {
    const lines: string[] = [];
    await Promise.all([1, 2].map(() => market.api.reindexAll((line) => lines.push(line))));
    expect(lines).toContain('another process is building the index at this moment');
  });

  it('keeps what changed while it was rebuilt', async () => {
    const maker = cooperative();
    const before = product(maker.id, titled('Coussin en kilim'));
    await market.register(maker);
    await market.publish(before);
    const during = product(maker.id, titled('Coussin brodé'));
    await market.api.reindexAll((line) => {
      if (line.endsWith('indexed')) void market.publish(during);
    });
    await eventually(
      async () => expect(new Set(await idsFor('coussin'))).toEqual(new Set([before.id, during.id])),
      withinFiveSeconds,
    );
  });

  it('is built again by itself when its version is another, or it is gone', async () => {
    const { index: living } = market.app.get(IndexChanges);
    await index.create({ displayedAttributes: ['id', 'version-another'] });
    const isWhole = async () => {
      expect(await living.version()).toBe(indexVersion());
      expect(await living.count()).toBeGreaterThan(5);
    };
    await market.app.runScheduled('search/catch-up');
    await eventually(isWhole);
    await index.drop();
    await market.app.runScheduled('search/catch-up');
    await eventually(isWhole);
  });

  it('is compared with PostgreSQL, and differences no event told are healed', async () => {
    const maker = cooperative();
    const [lost, stale, extra] = [1, 2, 3].map((size) => product(maker.id, titled(`Théière ciselée ${size}`)));
    await market.register(maker);
    await market.publish(...[lost, stale, extra].filter((one) => one !== undefined));
    await eventually(async () => expect(await idsFor('théière')).toHaveLength(3), withinFiveSeconds);

    await index.remove([lost?.id ?? '']);
    await market.database.query(`update catalog.product set title = '{"fr":"Théière en argent"}' where id = $1`, [
      stale?.id,
    ]);
    await market.database.query('update catalog.product set withdrawn_at = now() where id = $1', [extra?.id]);
    const compare = market.app.get(CompareIndex);
    expect(await compare.execute()).toBe(3);
    const { hits } = await market.find({ q: 'théières' });
    expect(new Set(hits.map(({ id }) => id))).toEqual(new Set([lost?.id, stale?.id]));
    expect(hits.find(({ id }) => id === stale?.id)?.title.text).toBe('Théière en argent');
    expect(await compare.execute()).toBe(0);
  });
});
