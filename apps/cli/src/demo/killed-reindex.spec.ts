import { MarketplaceModule } from '@tiwizi/marketplace';
import { startApp, type TestApp } from '@tiwizi/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentOf } from '../testing/processes.js';
import { seedGenerated } from './generated/seed-generated.js';

const main = resolve(__dirname, '../../dist/main.js');
const products = 6000;

describe('a rebuild of the search index that is killed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ modules: [MarketplaceModule] });
    await seedGenerated(app.context, ['--cooperatives', '60', '--products', String(products)], () => undefined);
  }, 120_000);
  afterAll(() => app.close());

  const search = async () => {
    const { body } = await app.http.get('/api/v1/search').query({ q: `miel ${Math.random()}`, limit: '5' });
    return { total: body.total, isFallback: body.isFallback };
  };

  /** Killed as soon as it says this; `null` lets it end. */
  async function reindex(killedAt: RegExp | null): Promise<number | null> {
    const child = spawn(process.execPath, [main, 'reindex'], {
      env: environmentOf(app.settings),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close');
    for await (const line of createInterface({ input: child.stdout })) if (killedAt?.test(line)) child.kill('SIGKILL');
    const [code] = await ended;
    return code;
  }

  it('leaves the living index as it is, and the next one succeeds at once', async () => {
    const before = await search();
    expect(before).toMatchObject({ isFallback: false });
    for (const moment of [/building beside/, /products indexed/]) {
      expect(await reindex(moment)).toBeNull();
      expect(await search()).toEqual(before);
    }
    expect(await reindex(null)).toBe(0);
    expect(await search()).toEqual(before);
  }, 120_000);
});
