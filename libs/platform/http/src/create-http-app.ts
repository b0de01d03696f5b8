import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { DiscoveryService, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventsModule, nestLogger, ProcessLog } from '@tiwizi/events';
import { PersistenceModule, type PersistenceOptions } from '@tiwizi/persistence';
import { SettingsModule, type Settings } from '@tiwizi/settings';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { IncomingMessage, Server } from 'node:http';
import { NotFound } from './errors.js';
import { sendCopies } from './copies/send-copies.js';
import { addRequestHooks } from './request-hooks.js';
import { HttpModule } from './http.module.js';
import { mountedEndpoints } from './mounted-endpoints.js';

export interface HttpAppOptions {
  settings: Settings;
  modules: (Type | DynamicModule)[];
  persistence: PersistenceOptions;
  /** A process that works in the background tells only how it is. */
  answersHealthOnly?: boolean;
  /** Routes of the server itself (the storefront), added before it listens. */
  alsoServe?: (server: FastifyInstance, app: NestFastifyApplication) => Promise<void>;
}

const bodyLimit = 1024 * 1024;
const uploadLimit = 10 * 1024 * 1024;

@Module({})
class ProcessModule {}

/** The HTTP application of a process, ready to listen. Refuses when a route does not say who may call it. */
export async function createHttpApp({
  settings,
  modules,
  persistence,
  alsoServe,
  answersHealthOnly = false,
}: HttpAppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    // The one proxy in front, and what it saw: the addresses further left are the visitor's own word.
    trustProxy: settings.trustProxy && ((_address: string, hop: number) => hop === 0),
    requestTimeout: 60_000,
    connectionTimeout: 75_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 500 },
    genReqId: (request: IncomingMessage) => requestIdFrom(request.headers['x-request-id']),
    multipart: false,
  });
  const root: DynamicModule = {
    module: ProcessModule,
    imports: [
      SettingsModule.forRoot(settings),
      PersistenceModule.forRoot(persistence),
      EventsModule,
      HttpModule,
      ...modules,
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    rawBody: true,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(nestLogger(app.get(ProcessLog)));
  const { undeclared } = mountedEndpoints(app.get(DiscoveryService), app.get(Reflector));
  if (undeclared.length) throw new Error(`These routes do not say who may call them: ${undeclared.join('; ')}`);
  const server = adapter.getInstance();
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 10, parts: 11 } });
  protect(server, settings);
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  takeEmptyJson(app, server);
  if (answersHealthOnly) refuseAllButHealth(server);
  addRequestHooks(server, settings, app.get(ProcessLog));
  sendCopies(server);
  await alsoServe?.(server, app);
  app.enableShutdownHooks();
  await app.init();
  await server.ready();
  return app;
}

/** Made once: what they say is the same for every answer. */
function protect(server: FastifyInstance, settings: Settings): void {
  const headers = helmet(securityHeaders(settings));
  server.addHook('onRequest', (request, reply, done) => {
    headers(request.raw, reply.raw, (error) => done(error instanceof Error ? error : undefined));
  });
}

/** Many programs name a type also where they send nothing: that is no body, not a broken one. */
function takeEmptyJson(app: NestFastifyApplication, server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  app.useBodyParser<Server>('application/json', { bodyLimit }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

function refuseAllButHealth(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(/^\/(health\/|metrics$)/.test(request.url) ? undefined : new NotFound());
  });
}

function requestIdFrom(header: unknown): string {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : crypto.randomUUID();
}

/** One policy for every answer; pages add their nonce. The payment page is another origin and is only linked to. */
const securityHeaders = ({ publicUrl }: Settings) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...(publicUrl.startsWith('https:') && { upgradeInsecureRequests: [] }),
    },
  },
  strictTransportSecurity: publicUrl.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: true },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
});
