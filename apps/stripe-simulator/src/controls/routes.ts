import type { FastifyInstance } from 'fastify';
import type { Database } from '../persistence/database.js';
import { find } from '../persistence/resources.js';
import type { PassingTime } from '../payments/passing-time.js';
import type { Deliveries } from '../webhooks/deliveries.js';
import { behaviours, type Fault, type Faults } from './faults.js';

export interface ControlOptions {
  database: Database;
  faults: Faults;
  deliveries: Deliveries;
  passingTime: PassingTime;
}

interface WebhookControl {
  paused?: boolean;
  duplicate?: boolean;
  shuffle?: boolean;
  url?: string;
}

const faultBody = {
  type: 'object',
  required: ['next'],
  properties: {
    next: {
      type: 'object',
      required: ['operation', 'behaviour'],
      properties: {
        operation: { type: 'string' },
        behaviour: { enum: behaviours },
        times: { type: 'integer', minimum: 1 },
      },
    },
  },
};

/** For tests only: Stripe has no such routes. They order troubles that a real provider makes by itself. */
export function serveControls(
  app: FastifyInstance,
  { database, faults, deliveries, passingTime }: ControlOptions,
): void {
  app.post<{ Body: { next: Omit<Fault, 'times'> & { times?: number } } }>(
    '/simulator/faults',
    { schema: { body: faultBody } },
    (request, reply) => {
      faults.order({ times: 1, ...request.body.next });
      return reply.code(204).send();
    },
  );

  app.delete('/simulator/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });

  app.post<{ Body: WebhookControl }>('/simulator/webhooks', (request) => {
    const { paused, duplicate, shuffle, url } = request.body;
    const { settings } = deliveries;
    settings.isPaused = paused ?? settings.isPaused;
    settings.isDuplicating = duplicate ?? settings.isDuplicating;
    settings.isShuffling = shuffle ?? settings.isShuffling;
    settings.url = url ?? settings.url;
    deliveries.wake();
    return {
      paused: settings.isPaused,
      duplicate: settings.isDuplicating,
      shuffle: settings.isShuffling,
      url: settings.url,
    };
  });

  app.post('/simulator/webhooks/deliver', () => deliveries.deliverNow());

  app.post<{ Params: { id: string } }>('/simulator/events/:id/resend', async (request, reply) => {
    const isKnown = await database.transaction(async (tx) => {
      if (!(await find(tx, 'event', request.params.id))) return false;
      await tx.query('INSERT INTO stripe_simulator.delivery (event_id) VALUES ($1)', [request.params.id]);
      return true;
    });
    deliveries.wake();
    return reply.code(isKnown ? 204 : 404).send();
  });

  app.post<{ Params: { id: string } }>('/simulator/payment_intents/:id/expire', async (request, reply) => {
    const isDone = await passingTime.expireHold(request.params.id);
    return reply.code(isDone ? 204 : 409).send();
  });

  app.post<{ Params: { id: string } }>('/simulator/refunds/:id/settle', async (request, reply) => {
    const isDone = await passingTime.settleRefund(request.params.id);
    return reply.code(isDone ? 204 : 409).send();
  });
}
