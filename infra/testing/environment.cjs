const { TestEnvironment } = require('jest-environment-node');
const pg = require('pg');

/**
 * Gives each spec file a database and an index prefix of its own: what one file leaves behind never reaches the next.
 * A file that touched neither (`@tiwizi/testing` raises the flag) costs nothing.
 */
module.exports = class TiwiziEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const worker = process.env.JEST_WORKER_ID ?? '1';
    TiwiziEnvironment.files = (TiwiziEnvironment.files ?? 0) + 1;
    this.database = `w${worker}`;
    this.prefix = `w${worker}f${TiwiziEnvironment.files}_`;
    const { env } = this.global.process;
    env.DATABASE_URL = process.env.TEST_POSTGRES_URL + this.database;
    env.MEILI_INDEX_PREFIX = this.prefix;
  }

  async teardown() {
    const used = this.global.tiwiziUsed ?? {};
    await super.teardown();
    if (used.database) await this.renewDatabase();
    if (used.search) await this.dropIndexes();
  }

  async renewDatabase() {
    const admin = new pg.Client({ connectionString: `${process.env.TEST_POSTGRES_URL}postgres` });
    await admin.connect();
    try {
      await admin.query(`drop database if exists ${this.database} with (force)`);
      await admin.query(`create database ${this.database} template ${process.env.TEST_TEMPLATE} strategy file_copy`);
    } finally {
      await admin.end();
    }
  }

  async dropIndexes() {
    const { MEILI_URL: url, MEILI_KEY: key } = process.env;
    const headers = { authorization: `Bearer ${key}` };
    const { results } = await (await fetch(`${url}/indexes?limit=1000`, { headers })).json();
    const own = results.filter(({ uid }) => uid.startsWith(this.prefix));
    await Promise.all(own.map(({ uid }) => fetch(`${url}/indexes/${uid}`, { method: 'DELETE', headers })));
  }
};
