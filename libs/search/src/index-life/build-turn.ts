import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type pg from 'pg';

export class TurnLost extends Error {
  constructor(cause: unknown) {
    super('the connection that held the turn to build was lost', { cause });
  }
}

/** A connection that holds the turn: when its process dies, PostgreSQL gives the turn back at once. */
export class HeldTurn {
  constructor(private readonly client: pg.PoolClient) {}

  /** Throws when the turn is lost: somebody else may be building by now. */
  async check(): Promise<void> {
    try {
      await this.run('select 1');
    } catch (error) {
      throw new TurnLost(error);
    }
  }

  /** Work that may take as long as it takes. */
  async run(statement: string): Promise<void> {
    await this.client.query(statement);
  }
}

/** One process does it at a time. */
@Injectable()
export class BuildTurn {
  constructor(private readonly database: Database) {}

  /** Null when another process has the turn. */
  async during<T>(work: (turn: HeldTurn) => Promise<T>, name = 'search/build-index'): Promise<T | null> {
    const client = await this.database.pool.connect();
    // The build sees it at its next step.
    const notSeenYet = () => undefined;
    client.on('error', notSeenYet);
    let isMine = false;
    try {
      const { rows } = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
        [name],
      );
      isMine = rows[0]?.mine === true;
      if (!isMine) return null;
      await client.query(`select set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`);
      return await work(new HeldTurn(client));
    } finally {
      client.off('error', notSeenYet);
      // What was set on it ends with the connection, and so does the turn.
      client.release(isMine);
    }
  }
}
