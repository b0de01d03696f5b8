import { CooperativesApi } from '@tiwizi/cooperatives';
import { IdentityApi } from '@tiwizi/identity';
import { MarketplaceModule } from '@tiwizi/marketplace';
import { Database } from '@tiwizi/persistence';
import { createHttpApp } from '@tiwizi/http';
import { databaseUrl, meili } from '@tiwizi/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId, demoPassword, demoPeople, printDemoAccounts } from './accounts.js';
import { seedGenerated } from './generated/seed-generated.js';
import { cooperativeId } from './registry-rows.js';
import { seedDemo } from './seed-demo.js';

let app: NestFastifyApplication;
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeAll(async () => {
  const { url, key, prefix } = meili();
  app = await createHttpApp({
    settings: {
      mode: 'demo',
      host: '127.0.0.1',
      port: 0,
      metricsPort: null,
      metricsToken: null,
      databaseUrl: databaseUrl(),
      meiliUrl: url,
      meiliKey: key,
      indexPrefix: prefix,
      storageUrl: `file://${mkdtempSync(join(tmpdir(), 'tiwizi-media-'))}`,
      stripeSecretKey: 'sk_test_of_the_specs',
      stripeWebhookSecret: 'whsec_of_the_specs',
      stripeApiBase: null,
      appSecret: 'a secret of the specs, long enough to sign with',
      publicUrl: 'http://localhost:3000',
      mailUrl: null,
      smsUrl: null,
      trustProxy: false,
      logLevel: 'silent',
      hasRateLimits: false,
    },
    modules: [MarketplaceModule],
    persistence: { poolSize: 6, applicationName: 'tiwizi-spec', statementTimeout: 60_000 },
  });
  await seedDemo(app, say);
}, 120_000);
afterAll(() => app.close());

const count = async (what: string): Promise<number> =>
  (await app.get(Database).query<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n ?? 0;
const get = async (url: string) => (await app.inject({ method: 'GET', url })).json();

describe('the demonstration', () => {
  it('shows 300 cooperatives and 2,000 products, and leaves a few cooperatives waiting', async () => {
    expect(await count('cooperatives.public_cooperative where may_sell')).toBe(300);
    expect(await count('catalog.public_product')).toBe(2_000);
    expect(await count('cooperatives.public_cooperative where not is_verified')).toBe(3);
    const { items } = await get('/api/v1/cooperatives?limit=100');
    expect(items.every(({ productCount }: { productCount: number }) => productCount > 0)).toBe(true);
  });

  it('can be searched at once, in each script', async () => {
    for (const [query, locale] of [
      ['huile argan', 'fr'],
      ['زيت أركان', 'ar'],
      ['argan oil', 'en'],
    ]) {
      const { total } = await get(`/api/v1/search?q=${encodeURIComponent(query ?? '')}&locale=${locale}`);
      expect(total).toBeGreaterThan(10);
    }
  });

  it('lets each of its people sign in, by mail address and by telephone', async () => {
    for (const { email, phone, roles } of Object.values(demoPeople)) {
      for (const identifier of [email, phone]) {
        const payload = { identifier, password: demoPassword };
        const response = await app.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
        expect(response.json()).toMatchObject({ email, roles: expect.arrayContaining([...roles]) });
      }
    }
  }, 60_000);

  it('has presidents of two cooperatives that sell, and one of a cooperative that waits', async () => {
    const presided = await Promise.all(
      [demoPeople.president, demoPeople.secondPresident, demoPeople.applicant].map(({ seat }) =>
        app.get(CooperativesApi, { strict: false }).seller(cooperativeId(seat.cooperative)),
      ),
    );
    expect(presided.map((seller) => seller?.maySell)).toEqual([true, true, false]);
  });

  it('has listings that wait for a moderator', async () => {
    expect(await count(`catalog.listing where status = 'pending'`)).toBe(3);
  });

  it('is left as it is by a second start, in no time', async () => {
    const startedAt = Date.now();
    await seedDemo(app, say);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(await count('catalog.public_product')).toBe(2_000);
    expect(await count(`catalog.listing where status = 'pending'`)).toBe(3);
    expect(said.at(-1)).toContain('already there');
  });

  it('prints everyone with the password', async () => {
    const lines: string[] = [];
    printDemoAccounts((line) => lines.push(line));
    for (const { email } of Object.values(demoPeople)) expect(lines.join('\n')).toContain(email);
    expect(lines.join('\n')).toContain(demoPassword);
    expect(await app.get(IdentityApi, { strict: false }).account(accountId('buyer'))).not.toBeNull();
  });
});

describe('seed -- --cooperatives N --products M', () => {
  it('adds as many as asked, and the same numbers again add nothing', async () => {
    const seed = (...args: string[]) => seedGenerated(app, args, say);
    expect(await seed('--cooperatives', '40', '--products', '1200')).toBe(0);
    expect(await count('cooperatives.public_cooperative where may_sell')).toBe(340);
    expect(await count('catalog.public_product')).toBe(3_200);
    expect(await seed('--cooperatives', '40', '--products', '1200')).toBe(0);
    expect(said.at(-1)).toContain('there already');
    expect(await count('catalog.public_product')).toBe(3_200);
    expect(await seed('--products=10')).toBe(0);
    expect(await count('catalog.public_product')).toBe(3_200);
  }, 120_000);

  it.each([[[]], [['--cooperatives', '-1']], [['--products', '1e9']], [['--shops', '3']], [['--products', 'many']]])(
    'says how it is used when asked %j',
    async (args) => {
      expect(await seedGenerated(app, args, say)).toBe(2);
      expect(said.at(-1)).toContain('--cooperatives N');
    },
  );
});
