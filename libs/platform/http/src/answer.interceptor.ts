import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@tiwizi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOf } from './caller.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { ENDPOINT } from './route-metadata.js';

/** Checks each answer against its contract, and keeps it where the caller sent a key to ask again with. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: IdempotencyKeys,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint>(ENDPOINT, context.getHandler());
    const answer = async () => endpoint.response.parse(await lastValueFrom(next.handle(), { defaultValue: {} }));
    if (!endpoint.isIdempotent) return from(answer());
    const http = context.switchToHttp();
    return from(this.once(endpoint, http.getRequest(), http.getResponse(), answer));
  }

  private async once(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply, answer: () => Promise<unknown>) {
    const asked = this.keys.read(request.headers['idempotency-key'], {
      actor: actorOf(request.caller),
      route: endpoint.id,
      content: contentOf(request),
    });
    const kept = await this.keys.begin(asked);
    if (kept) {
      void reply.status(kept.status).header('Idempotent-Replay', 'true');
      if (kept.status >= 400) void reply.header('Content-Type', 'application/problem+json; charset=utf-8');
      return kept.response;
    }
    return this.keys.finish(asked, endpoint.status ?? 200, answer, request);
  }
}

/**
 * All that was asked, without the language of the answer. The query counts: it may carry the token that proves a guest's
 * right, and all guests are one actor; a key alone must not open what another guest was answered.
 */
function contentOf({ params, query, body }: FastifyRequest): string {
  const { locale: _, ...asked } = (query ?? {}) as Record<string, unknown>;
  return JSON.stringify([params, asked, body ?? null]);
}
