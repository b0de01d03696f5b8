import { Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { IdentityApi, IdentityModule } from '../index.js';
import { lastCode } from '../testing/sent-codes.js';

let app: TestApp;
const password = 'argane de tafraout';

beforeAll(async () => {
  app = await startApp({ modules: [IdentityModule], settings: { hasRateLimits: true, trustProxy: true } });
  await app.get(Database).transaction((tx) =>
    app.get(IdentityApi).importAccounts(
      tx,
      ['owner', 'coded', 'flooded'].map((name) => ({
        id: newId(),
        name,
        email: `${name}@exemple.ma`,
        password,
        locale: 'fr' as const,
        roles: ['buyer' as const],
        cooperatives: [],
      })),
    ),
  );
});
afterAll(() => app.close());

const from = (ip: string, path: string, body: object) =>
  app.http.post(`/api/v1/auth/${path}`).set('X-Forwarded-For', ip).send(body);
const tries = async (count: number, attempt: (index: number) => PromiseLike<{ status: number }>) => {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await attempt(index)).status);
  return statuses;
};

describe('F50: guessing', () => {
  it('is stopped after ten passwords for an address from one network, known or not, for a quarter of an hour at most', async () => {
    for (const identifier of ['owner@exemple.ma', 'nobody@exemple.ma']) {
      const statuses = await tries(11, () => from('203.0.113.1', 'login', { identifier, password: 'wrong as can be' }));
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    }
    const refused = await from('203.0.113.1', 'login', { identifier: 'owner@exemple.ma', password }).expect(429);
    expect(refused.body.code).toBe('too_many_requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(900);
  });

  it('leaves the owner, who comes from elsewhere, where she was', async () => {
    await from('198.51.100.7', 'login', { identifier: 'owner@exemple.ma', password }).expect(200);
  });

  it('of passwords from everywhere leaves the owner the way of the code', async () => {
    await tries(51, (index) =>
      from(`192.0.2.${index}`, 'login', { identifier: 'coded@exemple.ma', password: 'wrong as can be' }),
    );
    await from('198.51.100.8', 'login', { identifier: 'coded@exemple.ma', password }).expect(429);
    await from('198.51.100.8', 'code', { identifier: 'coded@exemple.ma' }).expect(202);
    const code = await lastCode(app, 'coded@exemple.ma');
    await from('198.51.100.8', 'login', { identifier: 'coded@exemple.ma', code }).expect(200);
  });

  it('of one password for everybody is stopped by network', async () => {
    const statuses = await tries(101, (index) =>
      from('203.0.113.9', 'login', { identifier: `sprayed${index}@exemple.ma`, code: '123456' }),
    );
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, 100)).toEqual(Array<number>(100).fill(401));
  });

  it('F76: five codes are sent to an address on one network’s asking, and no sixth', async () => {
    const statuses = await tries(6, () => from('203.0.113.20', 'code', { identifier: 'flooded@exemple.ma' }));
    expect(statuses).toEqual([...Array<number>(5).fill(202), 429]);
    await from('198.51.100.9', 'code', { identifier: 'flooded@exemple.ma' }).expect(202);
  });
});
