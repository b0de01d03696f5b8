import { Module } from '@nestjs/common';
import { AuditJournal, Cursors, Database, InvalidCursor, newId } from './index.js';
import { startApp, type TestApp } from '@tiwizi/testing';

@Module({})
class NothingModule {}

describe('the platform schema', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ modules: [NothingModule] })));
  afterAll(() => app.close());

  it('picks a text in the wanted language, else in the nearest one its readers know', async () => {
    const texts = { fr: 'miel', ar: 'عسل', zgh: '' };
    const [row] = await app
      .get(Database)
      .query<{ zgh: unknown; en: unknown }>(
        `select platform.localized($1, 'zgh') zgh, platform.localized($1, 'en') en`,
        [texts],
      );
    expect(row).toEqual({ zgh: { locale: 'fr', text: 'miel' }, en: { locale: 'fr', text: 'miel' } });
  });

  it('never forgets or changes what the journal holds', async () => {
    const database = app.get(Database);
    await database.transaction((tx) =>
      app.get(AuditJournal).record(tx, { action: 'orders.order-placed', subject: 'order:1', actor: 'guest' }),
    );
    for (const change of [
      `update platform.audit set actor = 'x'`,
      'delete from platform.audit',
      'truncate platform.audit',
    ]) {
      await expect(database.query(change)).rejects.toThrow('append-only');
    }
    const { items } = await app.get(AuditJournal).list({ subject: 'order:1', limit: 10 });
    expect(items).toMatchObject([{ action: 'orders.order-placed', actor: 'guest', cause: null }]);
  });

  it('runs a transaction again when PostgreSQL asks for it', async () => {
    const database = app.get(Database);
    let tries = 0;
    await database.transaction(async (tx) => {
      tries += 1;
      if (tries < 3) await tx.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    expect(tries).toBe(3);
  });

  it('takes back its own cursors only', () => {
    const cursors = app.get(Cursors);
    const cursor = cursors.encode('spec/list', ['2026-01-01', 7]);
    expect(cursors.decode('spec/list', cursor)).toEqual(['2026-01-01', 7]);
    for (const forged of ['', 'x', `${cursor}x`, Buffer.from('[1]').toString('base64url'), cursor.toUpperCase()]) {
      expect(() => cursors.decode('spec/list', forged)).toThrow(InvalidCursor);
    }
    expect(() => cursors.decode('spec/other-list', cursor)).toThrow(InvalidCursor);
  });

  it('makes identifiers that follow time, also within a millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
