import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { asksToTryAgain } from './failures.js';

/** A statement PostgreSQL plans once per connection; the name must belong to this text alone. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

export const DATA_SOURCE = Symbol('DATA_SOURCE');
const mostTries = 5;

@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) readonly dataSource: DataSource) {}

  /** For libraries that speak to the driver themselves. */
  get pool(): pg.Pool {
    return (this.dataSource.driver as PostgresDriver).master as pg.Pool;
  }

  /** One transaction at READ COMMITTED, run again (at most five times in all) when PostgreSQL asks for it. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt >= mostTries || !asksToTryAgain(error)) throw error;
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  async query<Row = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query({ text, values: [...params] })).rows as Row[];
  }

  async named<Row = Record<string, unknown>>(
    { name, text }: NamedStatement,
    params: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pool.query({ name, text, values: [...params] })).rows as Row[];
  }

  /** The first column of the first row: finished JSON text, handed to the reader unchanged. */
  async json({ name, text }: NamedStatement, params: readonly unknown[] = []): Promise<string | null> {
    const { rows } = await this.pool.query<[string | null]>({ name, text, values: [...params], rowMode: 'array' });
    return rows[0]?.[0] ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
