import { ProductPublishedV1, ProductWithdrawnV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { Database, newId } from '@tiwizi/persistence';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { CooperativesApi } from '../cooperatives.api.js';
import { CooperativesModule } from '../cooperatives.module.js';
import { registryRow } from '../testing/registry-row.js';
import { hideProduct, showProducts } from './shown-products.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [CooperativesModule], worker: true });
});
afterAll(() => app.close());

async function cooperative() {
  const row = registryRow();
  await app.get(Database).transaction((tx) => app.get(CooperativesApi).importRegistry(tx, [row]));
  return row;
}
const shown = async (slug: string): Promise<number> =>
  (await app.http.get(`/api/v1/cooperatives/${slug}?locale=en`)).body.productCount;
const within = <T>(work: Parameters<Database['transaction']>[0]) => app.get(Database).transaction(work) as Promise<T>;

describe('the number of products a cooperative shows', () => {
  it('follows what catalog publishes and withdraws, each told twice', async () => {
    const { id: cooperativeId, slug } = await cooperative();
    const product = { productId: newId(), cooperativeId, slug: 'amlou', version: 1 };
    await within((tx) => app.get(Outbox).publish(tx, ProductPublishedV1, [product, product]));
    await eventually(async () => expect(await shown(slug)).toBe(1));
    const { version: _version, ...withdrawn } = product;
    await within((tx) => app.get(Outbox).publish(tx, ProductWithdrawnV1, [withdrawn, withdrawn]));
    await eventually(async () => expect(await shown(slug)).toBe(0));
  });

  it('does not bring back a product whose withdrawal overtook its publication', async () => {
    const { id: cooperativeId, slug } = await cooperative();
    const productId = newId();
    await within((tx) => hideProduct(tx, productId, cooperativeId));
    await within((tx) => showProducts(tx, [{ productId, cooperativeId, version: 1 }]));
    expect(await shown(slug)).toBe(0);
  });

  it('brings back a product that is published again later', async () => {
    const { id: cooperativeId, slug } = await cooperative();
    const productId = newId();
    await within((tx) => showProducts(tx, [{ productId, cooperativeId, version: 1 }]));
    await within((tx) => hideProduct(tx, productId, cooperativeId));
    await within((tx) => showProducts(tx, [{ productId, cooperativeId, version: 2 }]));
    expect(await shown(slug)).toBe(1);
  });
});
