import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Faults } from '../controls/faults.js';
import { withSavepoint, type Database, type Transaction } from '../persistence/database.js';
import { moneyOperations } from '../payments/money-operations.js';
import { paymentIntentOperations } from '../payments/payment-intent-operations.js';
import { apiVersion, Work } from '../webhooks/events.js';
import { keyInUse, rateLimited, serverError, StripeError, unauthorized, unknownUrl } from './errors.js';
import { expand } from './expand.js';
import { parseForm, type FormTree } from './form-encoding.js';
import { fingerprintOf, remember, reserveKey, type Answer, type RememberedAnswer } from './idempotency.js';
import { newId } from './ids.js';
import { Declined, type Operation, type OperationSettings } from './operation.js';
import { Parameters } from './parameters.js';

export interface ApiOptions {
  database: Database;
  faults: Faults;
  secretKey: string;
  settings: OperationSettings;
  /** Called when a change, and the events that tell of it, are committed. */
  onCommit(): void;
}

interface Exchange {
  operation: Operation;
  request: FastifyRequest;
  requestId: string;
  idempotencyKey: string | null;
}

/** Stripe's API under `/v1`: authentication, request ids, idempotency and error shapes around the operations. */
export function serveApi(app: FastifyInstance, options: ApiOptions): void {
  void app.register(
    (api, _options, done) => {
      api.setErrorHandler((error, request, reply) => {
        if (!(error instanceof StripeError)) request.log.error(error);
        const failure = error instanceof StripeError ? error : serverError();
        return send(reply, { status: failure.status, body: errorText(failure, reply) });
      });
      api.setNotFoundHandler((request) => {
        throw unknownUrl(request.method, request.url);
      });
      api.addHook('onRequest', async (request, reply) => {
        reply.header('Request-Id', newId('req'));
        reply.header('Stripe-Version', header(request, 'stripe-version') ?? apiVersion);
        authenticate(request, options.secretKey);
      });
      for (const operation of [...paymentIntentOperations, ...moneyOperations]) {
        api.route({
          method: operation.method,
          url: operation.url.slice('/v1'.length),
          handler: (request, reply) => exchange(options, operation, request, reply),
        });
      }
      done();
    },
    { prefix: '/v1' },
  );
}

async function exchange(
  options: ApiOptions,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const requestId = String(reply.getHeader('Request-Id'));
  const idempotencyKey = operation.method === 'POST' ? (header(request, 'idempotency-key') ?? null) : null;
  if (idempotencyKey) reply.header('Idempotency-Key', idempotencyKey);

  const fault = options.faults.take(operation.name);
  if (fault === 'http429') throw rateLimited();
  if (fault === 'http409') throw keyInUse(idempotencyKey ?? '');
  if (fault === 'timeout') return reply.hijack();

  const breaks = fault === 'http500' ? 'before' : fault === 'http500_after_commit' ? 'after' : undefined;
  const answer = await options.database.transaction((tx) =>
    once(tx, { operation, request, requestId, idempotencyKey }, options.settings, breaks),
  );
  options.onCommit();
  if (fault === 'drop_after_commit') {
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  }
  if (answer.requestId !== requestId)
    reply.header('Idempotent-Replayed', 'true').header('Original-Request', answer.requestId);
  return send(reply, answer);
}

/** Carries the request out, or answers again what was answered to the same key. */
async function once(
  tx: Transaction,
  call: Exchange,
  settings: OperationSettings,
  breaks?: 'before' | 'after',
): Promise<RememberedAnswer> {
  const { idempotencyKey: key, request, requestId } = call;
  const fingerprint = fingerprintOf(request.method, request.url, formText(request));
  if (key) {
    const known = await reserveKey(tx, key, fingerprint);
    if (known) return known;
  }
  const done = breaks === 'before' ? undefined : await perform(tx, call, settings);
  const answer = { ...(done && !breaks ? done : errorAnswer(serverError(), requestId)), requestId };
  if (key) await remember(tx, key, fingerprint, answer);
  return answer;
}

async function perform(
  tx: Transaction,
  { operation, request, requestId, idempotencyKey }: Exchange,
  settings: OperationSettings,
): Promise<Answer> {
  const form: FormTree = parseForm(operation.method === 'GET' ? (request.url.split('?')[1] ?? '') : formText(request));
  const { id = '' } = request.params as { id?: string };
  try {
    return await withSavepoint(tx, async () => {
      const parameters = new Parameters(form, operation.accepts);
      const result = await operation.handle({
        work: new Work(tx, { requestId, idempotencyKey }),
        id,
        parameters,
        settings,
      });
      if (result instanceof Declined) return errorAnswer(new StripeError(402, result.error, true), requestId);
      return { status: 200, body: JSON.stringify(await expand(tx, result, parameters.texts('expand')), null, 2) };
    });
  } catch (error) {
    if (error instanceof StripeError && error.remembered) return errorAnswer(error, requestId);
    throw error;
  }
}

function errorAnswer(error: StripeError, requestId: string): Answer {
  return {
    status: error.status,
    body: JSON.stringify({ error: { ...error.body, request_log_url: logUrl(requestId) } }, null, 2),
  };
}

function errorText(error: StripeError, reply: FastifyReply): string {
  return errorAnswer(error, String(reply.getHeader('Request-Id'))).body;
}

function logUrl(requestId: string): string {
  return `https://dashboard.stripe.com/test/logs/${requestId}`;
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply.code(answer.status).type('application/json').send(answer.body);
}

/** The key as a bearer token, or as the user name of basic authentication. */
function authenticate(request: FastifyRequest, secretKey: string): void {
  const [scheme, credentials = ''] = (request.headers.authorization ?? '').split(' ');
  const basic = () => Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '';
  const key = scheme === 'Bearer' ? credentials : scheme === 'Basic' ? basic() : '';
  if (!key)
    throw unauthorized(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    );
  if (!isSame(key, secretKey)) throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function formText(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}
