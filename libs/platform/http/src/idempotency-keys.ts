import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { IdempotencyKeyRequired, IdempotencyKeyReused, RequestInProgress } from './errors.js';
import { localeOf } from './locale-of.js';
import { problemOf, refusalOf } from './problem.filter.js';

interface Asked {
  actor: string;
  route: string;
  key: string;
  bodyHash: Buffer;
}

interface Kept {
  status: number;
  response: unknown;
}

const visibleAscii = /^[\x21-\x7e]{16,255}$/;

/**
 * The answer to a key is kept for seven days: asked again with the same content, it is given again.
 * A key whose process died before it answered is free again after twenty seconds; the use cases recognise their own
 * business keys, so the second run finds what the first one committed.
 */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  read(key: unknown, { actor, route, content }: { actor: string; route: string; content: string }): Asked {
    if (typeof key !== 'string' || !visibleAscii.test(key)) throw new IdempotencyKeyRequired();
    return { actor, route, key, bodyHash: createHash('sha256').update(content).digest() };
  }

  /** Null: the key is ours to use now. Otherwise the answer that was given before. */
  async begin({ actor, route, key, bodyHash }: Asked): Promise<Kept | null> {
    const taken = await this.database.named(
      {
        name: 'idempotency-begin',
        text: `insert into platform.idempotency_key as k (actor, route, key, body_hash) values ($1, $2, $3, $4)
               on conflict (actor, route, key) do update set started_at = now()
               where k.status is null and k.body_hash = $4 and k.started_at < now() - interval '20 seconds'
               returning 1`,
      },
      [actor, route, key, bodyHash],
    );
    if (taken.length) return null;
    const [kept] = await this.database.query<{ body_hash: Buffer; status: number | null; response: unknown }>(
      `select body_hash, status, response from platform.idempotency_key where actor = $1 and route = $2 and key = $3`,
      [actor, route, key],
    );
    if (kept && !kept.body_hash.equals(bodyHash)) throw new IdempotencyKeyReused();
    if (!kept || kept.status === null) throw new RequestInProgress();
    return { status: kept.status, response: kept.response };
  }

  /** Faults of ours and requests that never got as far as the rules are forgotten: they may be sent again. */
  async finish(
    asked: Asked,
    status: number,
    answer: () => Promise<unknown>,
    request: FastifyRequest,
  ): Promise<unknown> {
    try {
      const response = await answer();
      await this.keep(asked, status, response);
      return response;
    } catch (error) {
      const refusal = refusalOf(error);
      const isFinal = refusal.status === 409 || refusal.status === 422;
      await (isFinal && !refusal.retryable
        ? this.keep(asked, refusal.status, problemOf(refusal, request.id, localeOf(request)))
        : this.forget(asked));
      throw error;
    }
  }

  private async keep({ actor, route, key }: Asked, status: number, response: unknown): Promise<void> {
    await this.database.named(
      {
        name: 'idempotency-keep',
        text: `update platform.idempotency_key set status = $4, response = $5 where actor = $1 and route = $2 and key = $3`,
      },
      [actor, route, key, status, JSON.stringify(response)],
    );
  }

  /** When even this fails, the key frees itself: the caller gets the fault that came first. */
  private async forget({ actor, route, key }: Asked): Promise<void> {
    await this.database
      .query('delete from platform.idempotency_key where actor = $1 and route = $2 and key = $3 and status is null', [
        actor,
        route,
        key,
      ])
      .catch(() => undefined);
  }
}
