import { once } from 'node:events';
import type { Socket } from 'node:net';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/** Null, text, or what PostgreSQL reads from text; an array becomes an array of PostgreSQL, JSON comes as its text. */
export type CopyValue = string | number | boolean | null | readonly string[];

const chunkLength = 256 * 1024;
const mostUnsent = 4 * 1024 * 1024;

/** Rows into a table by COPY, in the transaction: many times faster than inserting them, and as safe. */
export async function copyRows(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const client: pg.ClientBase = await tx.queryRunner?.connect();
  if (!client) throw new Error('rows are copied inside a transaction');
  await new Promise<void>((resolve, reject) => {
    client.query(new Copy(`copy ${table} (${columns.join(', ')}) from stdin`, rows, resolve, reject));
  });
}

interface CopyConnection extends pg.Connection {
  readonly stream: Socket;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** What the driver calls while a COPY runs. */
class Copy implements pg.Submittable {
  private failure: unknown = null;

  constructor(
    private readonly text: string,
    private readonly rows: Iterable<readonly CopyValue[]>,
    private readonly resolve: () => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  submit(connection: pg.Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.send(connection).then(
      () => connection.endCopyFrom(),
      (error: unknown) => {
        this.failure = error;
        connection.sendCopyFail('the rows could not be made');
      },
    );
  }

  handleCommandComplete(): void {}

  /** The last the driver says of a statement that failed: it keeps the next one back by itself. */
  handleError(error: unknown): void {
    this.failure ??= error;
    this.reject(this.failure);
  }

  handleReadyForQuery(): void {
    this.resolve();
  }

  private async send(connection: CopyConnection): Promise<void> {
    let chunk = '';
    for (const row of this.rows) {
      // PostgreSQL has refused the rows so far: more of them would be lost.
      if (this.failure) return;
      chunk += `${row.map(field).join('\t')}\n`;
      if (chunk.length < chunkLength) continue;
      connection.sendCopyFromChunk(Buffer.from(chunk));
      chunk = '';
      if (connection.stream.writableLength > mostUnsent) await once(connection.stream, 'drain');
    }
    if (chunk) connection.sendCopyFromChunk(Buffer.from(chunk));
  }
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => text.replace(special, (letter) => escapes[letter] ?? letter);

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'object') return escaped(`{${value.map(quoted).join(',')}}`);
  return String(value);
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
