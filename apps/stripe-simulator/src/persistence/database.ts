import { Pool, type PoolClient } from 'pg';
import { migrations } from './migrations.js';

export type Transaction = Pick<PoolClient, 'query'>;

export class Database {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({ connectionString: url, max: 8, application_name: 'stripe-simulator' });
    // An idle connection that the server closes is replaced at the next use.
    this.pool.on('error', ignore);
  }

  async migrate(): Promise<void> {
    await this.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('stripe_simulator/migrate'))`);
      await tx.query('CREATE SCHEMA IF NOT EXISTS stripe_simulator');
      await tx.query(
        'CREATE TABLE IF NOT EXISTS stripe_simulator.migration (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())',
      );
      const done = await tx.query<{ name: string }>('SELECT name FROM stripe_simulator.migration');
      const names = new Set(done.rows.map((row) => row.name));
      for (const migration of migrations.filter(({ name }) => !names.has(name))) {
        await tx.query(migration.sql);
        await tx.query('INSERT INTO stripe_simulator.migration (name) VALUES ($1)', [migration.name]);
      }
    });
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    // A connection cut in the middle of work fails the query that waits on it; without a listener it would end the process.
    client.on('error', ignore);
    const release = (broken?: Error) => {
      client.off('error', ignore);
      client.release(broken);
    };
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      release();
      return result;
    } catch (error) {
      // A connection that cannot even roll back is thrown away.
      await client.query('ROLLBACK').then(
        () => release(),
        (broken: Error) => release(broken),
      );
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function ignore(): void {}

/** Undoes the work, and only the work, when it throws. */
export async function withSavepoint<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.query('SAVEPOINT work');
  try {
    return await work();
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT work');
    throw error;
  }
}
