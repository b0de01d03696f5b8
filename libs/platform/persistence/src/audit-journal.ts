import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cursors } from './cursors.js';
import { Database } from './database.js';
import { newId } from './ids.js';

export interface AuditEntry {
  /** `orders.sub-order-accepted` */
  action: string;
  /** `order:TZ-…`, `product:<id>` */
  subject: string;
  /** An account's id, `guest` or `system`. */
  actor: string;
  cause?: string | null;
  details?: Record<string, unknown>;
}

export interface AuditRow extends Required<AuditEntry> {
  id: string;
  at: string;
}

/** Who changed what, and why. Rows are only ever added; triggers refuse anything else. */
/** A page begins at a key of an index, also the first. */
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class AuditJournal {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async record(tx: EntityManager, { action, subject, actor, cause = null, details = {} }: AuditEntry): Promise<void> {
    await tx.query(
      `insert into platform.audit (id, action, subject, actor, cause, details) values ($1, $2, $3, $4, $5, $6)`,
      [newId(), action, subject, actor, cause, details],
    );
  }

  /** Newest first. */
  async list(filter: {
    subject?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  }): Promise<{ items: AuditRow[]; nextCursor: string | null }> {
    const before = filter.cursor ? String(this.cursors.decode('audit', filter.cursor)[0]) : afterAll;
    const rows = await this.database.query<AuditRow>(
      `select id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, action, subject, actor, cause, details
       from platform.audit
       where id < $1::uuid ${filter.subject === undefined ? '' : 'and subject = $3'}
       order by id desc limit $2`,
      [before, filter.limit + 1, ...(filter.subject === undefined ? [] : [filter.subject])],
    );
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > filter.limit && last ? this.cursors.encode('audit', [last.id]) : null };
  }
}
