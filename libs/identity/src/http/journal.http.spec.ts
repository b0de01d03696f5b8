import { AuditJournal, Database, newId, SubjectNames } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { IdentityApi, IdentityModule } from '../index.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ modules: [IdentityModule] });
});
afterAll(() => app.close());

describe('the journal of the administrators', () => {
  it('lists the newest first, page by page, and one subject when asked', async () => {
    const subject = `order:${newId()}`;
    const journal = app.get(AuditJournal);
    await app.get(Database).transaction(async (tx) => {
      for (const action of ['spec.first', 'spec.second', 'spec.third']) {
        await journal.record(tx, { action, subject, actor: 'system', cause: 'spec', details: { isSpec: true } });
      }
      await journal.record(tx, { action: 'spec.other', subject: 'order:other', actor: 'guest' });
    });
    const cookie = app.signIn({ roles: ['buyer', 'admin'] });
    const read = async (query: object) =>
      (await app.http.get('/api/v1/admin/journal').query(query).set('Cookie', cookie).expect(200)).body;
    const first = await read({ limit: 2, subject });
    expect(first.items).toMatchObject([
      { action: 'spec.third', subject, actor: 'system', cause: 'spec', details: { isSpec: true } },
      { action: 'spec.second' },
    ]);
    const second = await read({ limit: 2, subject, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ action: 'spec.first' }], nextCursor: null });
    expect((await read({ limit: 1 })).items).toMatchObject([{ action: 'spec.other', actor: 'guest', cause: null }]);
  });

  it('says who did it and what it is about by name, and keeps the ids', async () => {
    const [president, stranger, productId] = [newId(), newId(), newId()];
    const people = app.get(IdentityApi);
    app
      .get(SubjectNames)
      .tell('product', (ids, locale) => Promise.resolve(new Map(ids.map((id) => [id, `Miel (${locale})`]))));
    const database = app.get(Database);
    await database.transaction((tx) =>
      people.importAccounts(tx, [
        {
          id: president,
          name: 'Itto',
          email: `${president}@example.ma`,
          password: 'a-long-password',
          locale: 'fr',
          roles: ['buyer', 'seller'],
          cooperatives: [{ id: newId(), slug: 'tamounte', name: 'Tamounte', role: 'president' }],
        },
      ]),
    );
    await database.transaction(async (tx) => {
      const journal = app.get(AuditJournal);
      await journal.record(tx, { action: 'spec.named', subject: `product:${productId}`, actor: president });
      await journal.record(tx, { action: 'spec.named', subject: `account:${president}`, actor: stranger });
      await journal.record(tx, { action: 'spec.named', subject: 'order:TZ-1', actor: 'guest' });
    });
    const cookie = app.signIn({ roles: ['admin'] });
    const request = app.http.get('/api/v1/admin/journal').query({ limit: 3, locale: 'ar' }).set('Cookie', cookie);
    expect((await request.expect(200)).body.items).toMatchObject([
      { subject: 'order:TZ-1', subjectName: null, actor: 'guest', actorName: null, actorRole: null },
      { subject: `account:${president}`, subjectName: 'Itto', actor: stranger, actorName: null, actorRole: null },
      {
        subject: `product:${productId}`,
        subjectName: 'Miel (ar)',
        actor: president,
        actorName: 'Itto',
        actorRole: 'seller',
        actorCooperative: 'Tamounte',
      },
    ]);
  });

  it('F65: refuses a forged cursor', async () => {
    const cookie = app.signIn({ roles: ['admin'] });
    const request = app.http.get('/api/v1/admin/journal').query({ cursor: 'forged' }).set('Cookie', cookie);
    expect((await request.expect(400)).body.code).toBe('invalid_cursor');
  });

  it('F52: is closed to everybody else', async () => {
    for (const { who, cookie } of app.everyone()) {
      const request = app.http.get('/api/v1/admin/journal');
      const { status } = await (cookie ? request.set('Cookie', cookie) : request);
      expect([who, status]).toEqual([who, who === 'admin' ? 200 : who === 'stranger' ? 401 : 403]);
    }
    await app.http.get('/api/v1/auth/me').expect(401);
  });
});
