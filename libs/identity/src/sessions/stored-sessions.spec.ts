import { Sessions } from '@tiwizi/http';
import { Database, newId } from '@tiwizi/persistence';
import { countStatements, startApp, type TestApp } from '@tiwizi/testing';
import { newToken } from '../domain/secrets.js';
import { IdentityApi, IdentityModule } from '../index.js';
import { openSession } from './open-session.js';

let app: TestApp;
let database: Database;
const accountId = newId();
const cooperative = { id: newId(), slug: 'tifaouine', name: 'Tifaouine' };

beforeAll(async () => {
  app = await startApp({ modules: [IdentityModule] });
  database = app.get(Database);
  await database.transaction((tx) =>
    app.get(IdentityApi).importAccounts(tx, [
      {
        id: accountId,
        name: 'Itto',
        phone: '0612000099',
        password: 'argane de tafraout',
        locale: 'zgh',
        roles: [],
        cooperatives: [{ ...cooperative, role: 'treasurer' }],
      },
    ]),
  );
});
afterAll(() => app.close());

const open = () => database.transaction((tx) => openSession(tx, accountId, { ip: '127.0.0.1', formerSessionId: null }));
const expiry = async (): Promise<string> => {
  const [row] = await database.query<{ days: string }>(
    `select round(extract(epoch from max(expires_at) - now()) / 86400)::text as days from identity.session`,
  );
  return row?.days ?? '';
};

describe('reading a session', () => {
  it('says who somebody is and for whom they act, in one statement', async () => {
    const { token } = await open();
    const { result, statements } = await countStatements(() => app.get(Sessions).read(token));
    expect(statements).toHaveLength(1);
    expect(result).toEqual({
      accountId,
      name: 'Itto',
      locale: 'zgh',
      roles: ['buyer', 'seller'],
      cooperatives: [{ ...cooperative, role: 'treasurer' }],
      sessionId: expect.any(String),
    });
  });

  it('knows nobody by a token that was not given', async () => {
    expect(await app.get(Sessions).read(newToken())).toBeNull();
  });

  it('counts the thirty idle days again, writing at most once an hour', async () => {
    const { token } = await open();
    await database.query(`update identity.session set expires_at = now() + interval '2 days'`);
    await app.get(Sessions).read(token);
    expect(await expiry()).toBe('2');
    await database.query(`update identity.session set last_seen_at = now() - interval '61 minutes'`);
    await app.get(Sessions).read(token);
    expect(await expiry()).toBe('30');
  });

  it('ends after thirty idle days, and is then swept away', async () => {
    const { token } = await open();
    await database.query(`update identity.session set expires_at = now() - interval '1 second'`);
    expect(await app.get(Sessions).read(token)).toBeNull();
    await app.runScheduled('identity/sweep');
    await app.runScheduled('identity/sweep');
    expect(await database.query('select 1 from identity.session')).toEqual([]);
  });
});
