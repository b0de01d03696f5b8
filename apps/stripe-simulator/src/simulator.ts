import Fastify, { LogController, type FastifyServerOptions } from 'fastify';
import { Faults } from './controls/faults.js';
import { serveControls } from './controls/routes.js';
import { servePages } from './payment-page/routes.js';
import { PassingTime } from './payments/passing-time.js';
import { Database } from './persistence/database.js';
import { Deliveries, type DeliveryCount } from './webhooks/deliveries.js';
import { serveApi } from './wire/api.js';

export interface SimulatorOptions {
  databaseUrl: string;
  /** 0 takes a free one. */
  port: number;
  secretKey: string;
  webhookSecret: string;
  /** Where events are posted; without it they wait. */
  webhookUrl?: string | undefined;
  /** Where browsers reach this simulator; by default the address it listens on. */
  publicUrl?: string | undefined;
  host?: string | undefined;
  /** How long a bank takes to settle or return a refund made with the cards that ask for it. */
  bankDelayMs?: number | undefined;
  logger?: FastifyServerOptions['logger'];
}

export interface Simulator {
  url: string;
  close(): Promise<void>;
  /** Tries every undelivered event once, now, and answers when that is done. */
  deliverNow(): Promise<DeliveryCount>;
}

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  // Connections that never get an answer (an ordered time-out) must not hold back the end.
  const app = Fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  // One line per request, by its route: addresses carry client secrets.
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { route: request.routeOptions.url, status: reply.statusCode, stripeRequestId: reply.getHeader('Request-Id') },
      request.method,
    );
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );

  const database = new Database(options.databaseUrl);
  const logError = (error: unknown) => app.log.error(error);
  const deliveries = new Deliveries(
    database,
    {
      url: options.webhookUrl,
      secret: options.webhookSecret,
      isPaused: false,
      isDuplicating: false,
      isShuffling: false,
    },
    logError,
  );
  const onCommit = () => deliveries.wake();
  const passingTime = new PassingTime(database, onCommit, logError);
  const faults = new Faults();
  // The address is known only once we listen, the routes are made before.
  const settings = { publicUrl: options.publicUrl ?? '', bankDelayMs: options.bankDelayMs ?? 2_000 };

  serveApi(app, { database, faults, secretKey: options.secretKey, settings, onCommit });
  servePages(app, { database, settings, onCommit });
  serveControls(app, { database, faults, deliveries, passingTime });
  app.get('/health', () => ({ status: 'ok' }));

  try {
    await database.migrate();
    const address = await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
    settings.publicUrl ||= address;
    deliveries.start();
    passingTime.start();
    return {
      url: address,
      deliverNow: () => deliveries.deliverNow(),
      async close() {
        await Promise.all([deliveries.stop(), passingTime.stop(), app.close()]);
        await database.close();
      },
    };
  } catch (error) {
    await app.close();
    await database.close();
    throw error;
  }
}
