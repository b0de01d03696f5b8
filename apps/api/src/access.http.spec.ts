import { mayUse, roles, type Endpoint, type Role } from '@tiwizi/contracts';
import { IdentityApi } from '@tiwizi/identity';
import { mountedEndpoints } from '@tiwizi/http';
import { MarketplaceModule } from '@tiwizi/marketplace';
import { Database, newId } from '@tiwizi/persistence';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { idempotencyKey, startApp, type TestApp } from '@tiwizi/testing';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const password = 'une phrase assez longue';

describe('every route of the API', () => {
  let app: TestApp;
  let endpoints: Endpoint[];
  const cookies = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApp({ modules: [MarketplaceModule] });
    ({ endpoints } = mountedEndpoints(app.get(DiscoveryService), app.get(Reflector)));
    const accounts = roles.map((role) => ({
      id: newId(),
      name: role,
      email: `${role}@tiwizi.test`,
      password,
      locale: 'fr' as const,
      roles: role === 'buyer' ? [role] : (['buyer', role] satisfies Role[]),
      cooperatives: [],
    }));
    await app.get(Database).transaction((tx) => app.get(IdentityApi).importAccounts(tx, accounts));
    for (const { name, email } of accounts) {
      const answer = await app.http.post('/api/v1/auth/login').send({ identifier: email, password }).expect(200);
      cookies.set(name as Role, String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '');
    }
  });
  afterAll(() => app.close());

  const anyId = '01890000-0000-7000-8000-00000000abcd';
  const ask = ({ method, path }: Endpoint, cookie?: string) => {
    const url = `/api/v1${path.replace(':number', 'TZ-00000000').replace(/:\w+/g, anyId)}`;
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const request = app.http[verb](url).set('Idempotency-Key', idempotencyKey());
    return cookie ? request.set('Cookie', cookie) : request;
  };

  it('is one of the contracts, and stands in the document', async () => {
    const { body } = await app.http.get('/api/v1/openapi.json').expect(200);
    const described = Object.entries<object>(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const mounted = endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual([...mounted].sort());
    expect(mounted.length).toBeGreaterThan(60);
  });

  it('is described without fault', async () => {
    const { text } = await app.http.get('/api/v1/openapi.json').expect(200);
    const folder = mkdtempSync(join(tmpdir(), 'tiwizi-openapi-'));
    const file = join(folder, 'openapi.json');
    writeFileSync(file, text);
    const redocly = createRequire(__filename).resolve('@redocly/cli/bin/cli.js');
    const lint = () =>
      execFileSync(process.execPath, [redocly, 'lint', file, '--extends=recommended'], {
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(lint).not.toThrow();
  });

  it('lets in exactly whom its contract names: every role and a stranger on each', async () => {
    const wrong: string[] = [];
    for (const endpoint of endpoints.filter(({ id }) => id !== 'identity/sign-out')) {
      for (const who of [undefined, ...roles]) {
        const { status } = await ask(endpoint, who && cookies.get(who));
        const isRefused = status === 401 || status === 403;
        const held: Role[] = who ? ['buyer', who] : [];
        const may = mayUse(endpoint.access, held);
        // Signing in without proof is refused too: that is its answer, not its access.
        if (endpoint.id === 'identity/sign-in') continue;
        const isRight = may ? !isRefused : status === (who ? 403 : 401);
        if (!isRight || status >= 500)
          wrong.push(`${who ?? 'stranger'} ${endpoint.method} ${endpoint.path}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('F49: changes nothing when it is only read', () => {
    const reading = endpoints.filter(({ method }) => method === 'GET');
    expect(reading.filter(({ body, isIdempotent }) => body ?? isIdempotent)).toEqual([]);
  });
});
