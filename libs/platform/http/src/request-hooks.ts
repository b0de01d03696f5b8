import { withRequestId, type ProcessLog } from '@tiwizi/events';
import type { Settings } from '@tiwizi/settings';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import { ClientLimits } from './client-limits.js';
import { refuseCrossSite } from './cross-site.js';
import { checkShape } from './request-limits.js';

/** What happens to every request, whichever route it is for. */
export function addRequestHooks(server: FastifyInstance, settings: Settings, log: ProcessLog): void {
  const seconds = requestSeconds();
  const clients = settings.hasRateLimits ? new ClientLimits() : null;
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    withRequestId(request.id, () => {
      try {
        refuseCrossSite(request, settings.publicUrl);
        if (clients) clients.count(request).then(() => done(), done);
        else done();
      } catch (error) {
        done(error as Error);
      }
    });
  });
  server.addHook('preValidation', (request, _reply, done) => {
    try {
      if (request.body !== undefined && !Buffer.isBuffer(request.body)) checkShape(request.body);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    const line = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) log.warn({ ...line, requestId: request.id }, 'answered');
    else log.info({ ...line, requestId: request.id }, 'answered');
    done();
  });
}

/** One registry per process, however many applications a test starts in it. */
function requestSeconds(): Histogram<'method' | 'route' | 'status'> {
  const name = 'tiwizi_request_seconds';
  const known = register.getSingleMetric(name);
  if (known) return known as Histogram<'method' | 'route' | 'status'>;
  collectDefaultMetrics();
  return new Histogram({
    name,
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.01, 0.05, 0.2, 1, 5],
  });
}
