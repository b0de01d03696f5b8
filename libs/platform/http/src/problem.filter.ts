import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@tiwizi/contracts';
import { DomainError, statusOf } from '@tiwizi/errors';
import { ProcessLog } from '@tiwizi/events';
import { problemText, type Locale } from '@tiwizi/i18n';
import { isUnavailable } from '@tiwizi/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnknownProperty } from './errors.js';
import { localeOf } from './locale-of.js';

interface Refusal {
  status: number;
  code: string;
  params?: DomainError['params'];
  errors?: DomainError['errors'];
  retryable?: boolean;
  retryAfterSeconds?: number | undefined;
}

/** Every answer that is not what was asked for, as application/problem+json in the reader's language (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: ProcessLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** Also for routes of the server itself, which no filter of the framework watches. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: ProcessLog): void {
  if (reply.sent) return;
  const refusal = refusalOf(forgedPrototype(error, request) ?? error);
  if (refusal.status >= 500) {
    log.error({ err: error, method: request.method, path: request.url.split('?')[0] }, 'a request failed');
  }
  if (refusal.code === 'invalid_transition') {
    const { code, params } = refusal;
    log.warn({ code, params, path: request.url.split('?')[0] }, 'a state would not move that way');
  }
  if (refusal.retryAfterSeconds) void reply.header('Retry-After', refusal.retryAfterSeconds);
  void reply
    .status(refusal.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problemOf(refusal, request.id, localeOf(request))));
}

/** The parser refuses what would reach into every object's prototype, but does not say so. */
function forgedPrototype(error: unknown, { rawBody }: FastifyRequest): UnknownProperty | undefined {
  const isRefused = error instanceof HttpException && error.getStatus() === 400;
  return isRefused && rawBody?.includes('"__proto__"') ? new UnknownProperty(['__proto__']) : undefined;
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError) {
    const { kind, code, params, errors, retryable, retryAfterSeconds } = error;
    return { status: statusOf(kind), code, params, errors, retryable, retryAfterSeconds };
  }
  if (isUnavailable(error)) return { status: 503, code: 'service_unavailable', retryable: true, retryAfterSeconds: 5 };
  const status = statusFrom(error);
  const code = codeByStatus[status];
  return code ? { status, code } : { status: 500, code: 'internal' };
}

const codeByStatus: Record<number, string> = {
  400: 'malformed_json',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_type',
};

/** What the framework refused before any of our code ran. */
function statusFrom(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 && !codeByStatus[status] ? 400 : status;
}

export function problemOf(refusal: Refusal, requestId: string, locale: Locale): Problem {
  const { code, status, params = {}, errors, retryable = false } = refusal;
  const detail = problemText(code, params, locale).text;
  return {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    detail,
    params,
    requestId,
    retryable,
    ...(errors?.length && {
      errors: errors.map((error) => ({
        path: error.path,
        code: error.code,
        detail: problemText(error.code, error.params ?? {}, locale).text,
        ...(error.params && { params: error.params }),
      })),
    }),
  };
}
