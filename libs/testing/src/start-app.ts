import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { roles as everyRole, type Role } from '@tiwizi/contracts';
import { EventRunner } from '@tiwizi/events';
import { createHttpApp, sessionCookie, Sessions, type HttpAppOptions, type SignedIn } from '@tiwizi/http';
import { newId } from '@tiwizi/persistence';
import type { Settings } from '@tiwizi/settings';
import supertest from 'supertest';
import { databaseUrl } from './engines.js';
import { testSettings } from './test-settings.js';

export interface StartOptions {
  modules: (Type | DynamicModule)[];
  /** Also run event handlers; schedules run when a spec asks for one by name. */
  worker?: boolean;
  settings?: Partial<Settings>;
  poolSize?: number;
  alsoServe?: HttpAppOptions['alsoServe'];
}

export interface Person {
  accountId?: string;
  name?: string;
  locale?: SignedIn['locale'];
  roles?: Role[];
  cooperatives?: { id: string; slug?: string; name?: string; role?: 'president' | 'treasurer' | 'catalogue' }[];
}

/** Sessions by token, made by a spec: what identity does is not what most specs are about. */
class SpecSessions extends Sessions {
  private readonly people = new Map<string, SignedIn>();

  add(person: Person): string {
    const token = newId();
    const cooperatives = (person.cooperatives ?? []).map(({ id, slug, name, role }) => ({
      id,
      slug: slug ?? `cooperative-${id}`,
      name: name ?? 'Coopérative',
      role: role ?? ('president' as const),
    }));
    this.people.set(token, {
      accountId: person.accountId ?? newId(),
      name: person.name ?? 'Itto',
      locale: person.locale ?? 'fr',
      roles: person.roles ?? (cooperatives.length ? ['buyer', 'seller'] : ['buyer']),
      cooperatives,
      sessionId: newId(),
    });
    return token;
  }

  async read(token: string): Promise<SignedIn | null> {
    return this.people.get(token) ?? null;
  }
}

const asToken = <T>(token: abstract new (...args: never[]) => T): Type<T> => token as unknown as Type<T>;

export class TestApp {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly sessions: SpecSessions,
    readonly settings: Settings,
  ) {}

  get context(): INestApplicationContext {
    return this.app;
  }

  get server() {
    return this.app.getHttpServer();
  }

  get http() {
    return supertest(this.server);
  }

  get<T>(token: (abstract new (...args: never[]) => T) | symbol | string): T {
    return typeof token === 'function'
      ? this.app.get(asToken(token), { strict: false })
      : this.app.get<T>(token, { strict: false });
  }

  /** A Cookie header of somebody who is signed in. Not for specs of identity, which brings real sessions. */
  signIn(person: Person = {}): string {
    return `${sessionCookie(this.settings).name}=${this.sessions.add(person)}`;
  }

  /** One Cookie header for each role, and nobody's: for specs that try everyone on a route. */
  everyone(): { who: Role | 'stranger'; cookie: string | undefined }[] {
    const people = everyRole.map((role) => ({ who: role, cookie: this.signIn({ roles: [role] }) }));
    return [{ who: 'stranger', cookie: undefined }, ...people];
  }

  runScheduled(name: string): Promise<void> {
    return this.get(EventRunner).runScheduled(name);
  }

  async listen(port = 0): Promise<string> {
    await this.app.listen(port, '127.0.0.1');
    return this.app.getUrl();
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

@Module({})
class SpecSessionsModule {}

/** Where the modules under test bring identity's own sessions, those are known too. */
function alsoReadReal(app: NestFastifyApplication, ofSpec: SpecSessions): void {
  const found = app
    .get(DiscoveryService)
    .getProviders()
    .map(({ instance }): unknown => instance);
  const real = found.find((one): one is Sessions => one instanceof Sessions && one !== ofSpec);
  if (!real) return;
  const readReal = real.read.bind(real);
  const readSpec = ofSpec.read.bind(ofSpec);
  const read = async (token: string) => (await readSpec(token)) ?? readReal(token);
  real.read = read;
  ofSpec.read = read;
}

/** The modules under test behind the real HTTP platform, on this spec file's own database. */
export async function startApp({
  modules,
  worker = false,
  settings: own,
  poolSize = 10,
  alsoServe,
}: StartOptions): Promise<TestApp> {
  const sessions = new SpecSessions();
  const settings: Settings = { ...testSettings(databaseUrl()), ...own };
  const specSessions: DynamicModule = {
    module: SpecSessionsModule,
    providers: [{ provide: Sessions, useValue: sessions }],
  };
  const app = await createHttpApp({
    settings,
    modules: [...modules, specSessions],
    persistence: { poolSize, applicationName: 'tiwizi-spec' },
    ...(alsoServe && { alsoServe }),
  });
  alsoReadReal(app, sessions);
  if (worker) await app.get(EventRunner).start();
  return new TestApp(app, sessions, settings);
}

/** A key for one intention of one caller. */
export const idempotencyKey = (): string => newId();
