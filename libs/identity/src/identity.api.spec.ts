import { Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { IdentityApi, IdentityModule, type ImportedAccount } from './index.js';

let app: TestApp;
let database: Database;
let identity: IdentityApi;

beforeAll(async () => {
  app = await startApp({ modules: [IdentityModule] });
  database = app.get(Database);
  identity = app.get(IdentityApi);
});
afterAll(() => app.close());

const cooperative = { id: newId(), slug: 'tifaouine', name: 'Tifaouine' };
const imported = (email: string, change: Partial<ImportedAccount> = {}): ImportedAccount => ({
  id: newId(),
  name: 'Fadma',
  email,
  password: 'argane de tafraout',
  locale: 'fr',
  roles: ['buyer'],
  cooperatives: [],
  ...change,
});
const importAll = (accounts: ImportedAccount[]) => database.transaction((tx) => identity.importAccounts(tx, accounts));

describe('the door of identity', () => {
  it('imports accounts with their roles and passwords; again, it changes nothing', async () => {
    const accounts = [
      imported('fadma@exemple.ma', { cooperatives: [{ ...cooperative, role: 'president' }] }),
      imported('Salma@exemple.ma', { roles: ['buyer', 'moderator'], phone: '06 12 00 00 44' }),
    ];
    await importAll(accounts);
    await importAll(accounts.map((account) => ({ ...account, name: 'Another' })));
    const login = { identifier: 'salma@exemple.ma', password: 'argane de tafraout' };
    const { body } = await app.http.post('/api/v1/auth/login').send(login).expect(200);
    expect(body).toMatchObject({ name: 'Fadma', roles: ['buyer', 'moderator'], phone: '+212612000044' });
    await app.http
      .post('/api/v1/auth/login')
      .send({ ...login, identifier: '0612000044' })
      .expect(200);
  });

  it('imports hundreds with one password in a moment', async () => {
    const started = performance.now();
    await importAll(Array.from({ length: 1500 }, (_, index) => imported(`many${index}@exemple.ma`)));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('makes a person a seller, once, and tells how to reach them', async () => {
    const account = imported('seller@exemple.ma', { phone: '+212612000055', locale: 'ar' });
    const theirs = { id: newId(), slug: 'amal', name: 'Amal' };
    await importAll([account]);
    const grant = (role: 'president' | 'treasurer', name = 'Amal') =>
      database.transaction((tx) =>
        identity.grant(tx, { accountId: account.id, cooperative: { ...theirs, name }, role }),
      );
    await grant('president');
    await grant('treasurer', 'Amal Souss');
    const contact = { accountId: account.id, name: 'Fadma', email: account.email, phone: account.phone, locale: 'ar' };
    expect(await identity.accountsOf(theirs.id)).toEqual([{ ...contact, role: 'treasurer' }]);
    expect(await identity.account(account.id)).toEqual({ ...contact, role: null });
    expect(await identity.account(newId())).toBeNull();
    const login = { identifier: account.email, password: account.password };
    const { body } = await app.http.post('/api/v1/auth/login').send(login).expect(200);
    expect(body.roles).toEqual(['buyer', 'seller']);
    expect(body.cooperatives).toEqual([{ ...theirs, name: 'Amal Souss', role: 'treasurer' }]);
  });

  it('grants nothing when the transaction around it fails', async () => {
    const account = imported('undone@exemple.ma');
    await importAll([account]);
    const undone = database.transaction(async (tx) => {
      await identity.grant(tx, {
        accountId: account.id,
        cooperative: { ...cooperative, id: newId() },
        role: 'catalogue',
      });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const rows = await database.query('select 1 from identity.cooperative_grant where account_id = $1', [account.id]);
    expect(rows).toEqual([]);
  });
});
