import { CatalogApi } from '@tiwizi/catalog';
import { AvailabilityChangedV1, CooperativeChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { eventually } from '@tiwizi/testing';
import type { Meilisearch } from 'meilisearch';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineConnection } from '../engine/engine-connection.js';
import { engineClient } from '../engine/engine-client.js';
import { cooperative, Market, product } from '../testing/market.js';

const withinFiveSeconds = 5000;

describe('changes on their way to the engine', () => {
  let market: Market;
  let engine: Meilisearch;
  let indexName: string;

  beforeAll(async () => {
    market = await Market.open({ worker: true });
    engine = engineClient(market.app.settings, 5000);
    ({ indexName } = market.app.get(EngineConnection));
    await market.api.ensureIndex();
  });

  afterAll(() => market.close());

  /** Puts products on show as a bulk load does: no event tells of them, and the engine knows them when this ends. */
  async function offer(count: number, fr: string): Promise<{ ids: string[]; maker: ReturnType<typeof cooperative> }> {
    const maker = cooperative();
    const products = Array.from({ length: count }, (_, number) =>
      product(maker.id, { title: { fr: `${fr} ${number}` } }),
    );
    await market.register(maker);
    await market.transaction((tx) => market.app.get(CatalogApi).loadPublished(tx, products));
    await market.api.reindexAll();
    return { ids: products.map(({ id }) => id), maker };
  }

  it('T10: a suspended cooperative is gone within five seconds, also for whoever asks the engine with a public key', async () => {
    const { ids, maker } = await offer(1500, 'Panier en doum');
    const { key } = await engine.createKey({ actions: ['search'], indexes: [indexName], expiresAt: null });
    const visitor = engineClient({ ...market.app.settings, meiliKey: key }, 5000);
    const seen = async () =>
      (await visitor.index(indexName).search('doum', { limit: 1, showRankingScore: true })).estimatedTotalHits;
    expect(await seen()).toBe(ids.length);
    await market.transaction(async (tx) => {
      await tx.query(
        `update cooperatives.cooperative set verification = 'suspended', refusal_reason = 'x' where id = $1`,
        [maker.id],
      );
      await market.app.get(Outbox).publish(tx, CooperativeChangedV1, { cooperativeId: maker.id, slug: maker.slug });
    });
    await eventually(async () => expect(await seen()).toBe(0), withinFiveSeconds);
    await expect(visitor.index(`${indexName}_new`).search('')).rejects.toThrow(/./);
    await expect(visitor.index(indexName).getDocuments()).rejects.toThrow(/./);
  });

  it('shows each of a hundred changes a second within five seconds', async () => {
    const perSecond = 100;
    const seconds = 2;
    const { ids } = await offer(perSecond * seconds, 'Bol en terre');
    const changedAt = new Map<string, number>();
    const latencies = new Map<string, number>();
    const change = async (id: string, priceAmount: number) => {
      await market.transaction(async (tx) => {
        await tx.query('update catalog.product set min_price_amount = $2 where id = $1', [id, priceAmount]);
        await market.app.get(Outbox).publish(tx, AvailabilityChangedV1, { productIds: [id] });
      });
      changedAt.set(id, Date.now());
    };
    let isOver = false;
    const watch = async () => {
      while (!isOver) {
        const { results } = await engine
          .index<{ id: string; priceAmount: number }>(indexName)
          .getDocuments({ limit: 1000, filter: 'priceAmount >= 1000000', fields: ['id', 'priceAmount'] });
        for (const { id } of results)
          if (!latencies.has(id)) latencies.set(id, Date.now() - (changedAt.get(id) ?? Date.now()));
        await sleep(50);
      }
    };
    const watching = watch();
    const startedAt = Date.now();
    const writes: Promise<void>[] = [];
    for (const [number, id] of ids.entries()) {
      await sleep(Math.max(0, startedAt + (number * 1000) / perSecond - Date.now()));
      writes.push(change(id, 1_000_000 + number));
    }
    await Promise.all(writes);
    await eventually(() => expect(latencies.size).toBe(ids.length), 20_000);
    isOver = true;
    await watching;
    const sorted = [...latencies.values()].sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(withinFiveSeconds);
  }, 60_000);
});
