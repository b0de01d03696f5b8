import pg from 'pg';
import { databaseUrl } from './engines.js';

describe('the database schemas', () => {
  it('know each other by ids only: no foreign key leads from one context to another', async () => {
    const client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    try {
      const { rows } = await client.query(`
        select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to"
        from pg_constraint c
        join pg_class f on f.oid = c.conrelid
        join pg_class t on t.oid = c.confrelid
        where c.contype = 'f' and f.relnamespace <> t.relnamespace`);
      expect(rows).toEqual([]);
    } finally {
      await client.end();
    }
  });
});
