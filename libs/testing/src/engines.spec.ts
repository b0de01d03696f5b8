import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { countStatements, databaseUrl, eventually, meili } from './index.js';

describe('the engines of a spec', () => {
  it('give each file a real, migrated PostgreSQL 18 in UTC', async () => {
    const client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    try {
      const { result, statements } = await countStatements(() =>
        client.query(
          `select current_setting('server_version_num')::int as version, current_setting('TimeZone') as zone`,
        ),
      );
      expect(result.rows[0].version).toBeGreaterThanOrEqual(180000);
      expect(result.rows[0].zone).toBe('UTC');
      expect(statements).toHaveLength(1);
      await client.query('create table left_behind (id int)');
    } finally {
      await client.end();
    }
  });

  it('give each file a real Meilisearch and a prefix of its own', async () => {
    const { url, key, prefix } = meili();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ uid: `${prefix}products` });
    expect((await fetch(`${url}/indexes`, { method: 'POST', headers, body })).status).toBe(202);
    await eventually(async () =>
      expect((await fetch(`${url}/indexes/${prefix}products`, { headers })).status).toBe(200),
    );
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('F86: keep their keys out of the list of processes, which everybody on the machine can read', () => {
    const lines = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        } catch {
          return ''; // Ended meanwhile.
        }
      });
    expect(lines.filter((line) => line.includes('meilisearch')).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes(meili().key))).toEqual([]);
  });
});
