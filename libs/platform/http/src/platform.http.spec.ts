import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { endpoint, Money } from '@tiwizi/contracts';
import { DomainError } from '@tiwizi/errors';
import { eventually, idempotencyKey, startApp, type TestApp } from '@tiwizi/testing';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { CallerParam, Input, PublicAsset, RateLimits, ReadCache, Route, type Caller, type InputOf } from './index.js';

const Basket = z.strictObject({ label: z.string().min(1).max(20), price: Money, tags: z.array(z.string()).optional() });
const Pay = endpoint({
  id: 'spec/pay',
  method: 'POST',
  path: '/spec/pay/:id',
  access: 'public',
  status: 201,
  isIdempotent: true,
  summary: 'Pay once.',
  params: z.strictObject({ id: z.uuid() }),
  body: Basket,
  response: z.strictObject({ run: z.int(), label: z.string() }),
});
const Leak = endpoint({
  id: 'spec/leak',
  method: 'GET',
  path: '/spec/leak',
  access: 'public',
  summary: 'Answers more than it may.',
  response: z.strictObject({ a: z.int() }),
});
const ForFinance = endpoint({
  id: 'spec/finance',
  method: 'GET',
  path: '/spec/finance',
  access: 'payments:match',
  summary: 'For finance.',
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).optional() }),
  response: z.strictObject({ locale: z.string() }),
});

class SoldOut extends DomainError {
  readonly code = 'out_of_stock';
  readonly kind = 'conflict';
}

@Injectable()
class Till {
  runs = 0;
  fails = 0;
  wait: Promise<void> | undefined;
}

@Controller()
class SpecController {
  constructor(private readonly till: Till) {}

  @Route(Pay)
  async pay(@Input() { body }: InputOf<typeof Pay>) {
    this.till.runs += 1;
    await this.till.wait;
    if (body.label === 'sold out') throw new SoldOut();
    if (body.label === 'broken' && this.till.fails++ === 0) throw new Error('a secret detail');
    return { run: this.till.runs, label: body.label };
  }

  @Route(Leak)
  leak() {
    return { a: 1, passwordHash: 'x' };
  }

  @Route(ForFinance)
  finance(@CallerParam() { locale }: Caller) {
    return { locale };
  }
}

@Module({ controllers: [SpecController], providers: [Till] })
class SpecModule {}

const order = '01890000-0000-7000-8000-000000000001';
const basket = { label: 'miel', price: { amount: 100, currency: 'MAD' } };

describe('the HTTP platform', () => {
  let app: TestApp;
  const metricsToken = 'shown by whoever measures';
  beforeAll(async () => {
    app = await startApp({ modules: [SpecModule], settings: { hasRateLimits: true, metricsToken, metricsPort: 1 } });
  });
  afterAll(() => app.close());

  const pay = (body: object, key: string = idempotencyKey()) =>
    app.http.post(`/api/v1/spec/pay/${order}`).set('Idempotency-Key', key).send(body);

  it('F01: gives the same answer to the same key and body, and runs once', async () => {
    const key = idempotencyKey();
    const first = await pay(basket, key).expect(201);
    const second = await pay(basket, key).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replay']).toBe('true');
    await pay({ ...basket, label: 'autre' }, key).expect(422);
    await app.http.post(`/api/v1/spec/pay/${order}`).send(basket).expect(400);
  });

  it('F01: a second request while the first is running is told to wait', async () => {
    const till = app.get(Till);
    const { promise, resolve } = Promise.withResolvers<void>();
    till.wait = promise;
    const key = idempotencyKey();
    const before = till.runs;
    const first = pay(basket, key).then((answer) => answer);
    await eventually(() => expect(till.runs).toBe(before + 1));
    const second = await pay(basket, key).expect(409);
    expect(second.body).toMatchObject({ code: 'request_in_progress', retryable: true });
    till.wait = undefined;
    resolve();
    expect((await first).status).toBe(201);
  });

  it('keeps refusals for the key, but forgets faults of its own', async () => {
    const key = idempotencyKey();
    await pay({ ...basket, label: 'sold out' }, key).expect(409);
    const again = await pay({ ...basket, label: 'sold out' }, key).expect(409);
    expect(again.headers['idempotent-replay']).toBe('true');
    const other = idempotencyKey();
    const fault = await pay({ ...basket, label: 'broken' }, other).expect(500);
    expect(JSON.stringify(fault.body)).not.toContain('secret');
    await pay({ ...basket, label: 'broken' }, other).expect(201);
  });

  it('names every wrong field at once, in the reader’s language, and refuses unknown ones (F14, F45)', async () => {
    const { body } = await pay({ label: '', price: { amount: 1.5, currency: 'XXX' } })
      .set('Accept-Language', 'ar')
      .expect(400);
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['label', 'validation/required'],
      ['price.amount', 'validation/not-integer'],
      ['price.currency', 'validation/not-one-of'],
    ]);
    expect(body.detail).toMatch(/\p{Script=Arabic}/u);
    const extra = await pay({ ...basket, balance: 1, role: 'admin' }).expect(400);
    expect(extra.body).toMatchObject({ code: 'unknown_property', errors: [{ path: 'balance' }, { path: 'role' }] });
  });

  it('F66: refuses what is too large, too deep or broken, at once', async () => {
    const post = (body: string | Buffer, type = 'application/json') =>
      app.http
        .post(`/api/v1/spec/pay/${order}`)
        .set('Content-Type', type)
        .set('Idempotency-Key', idempotencyKey())
        .send(body);
    expect((await post('{"label": ')).body.code).toBe('malformed_json');
    expect((await post(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).status).toBe(413);
    expect((await post(`"${'x'.repeat(1_100_000)}"`)).body.code).toBe('body_too_large');
    expect((await post(JSON.stringify({ tags: Array.from({ length: 2000 }, () => 'x') }))).status).toBe(413);
    expect((await post('{"__proto__": {"role": "admin"}}')).body.code).toBe('unknown_property');
    expect((await post('label=1', 'text/yaml')).body.code).toBe('unsupported_type');
    expect((await post('{"price": {"amount": 1e999}}')).status).toBe(400);
    const bomb = await app.http
      .post(`/api/v1/spec/pay/${order}`)
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .send(gzipSync(Buffer.alloc(5_000_000)));
    expect(bomb.status).toBeGreaterThanOrEqual(400);
    expect(bomb.status).toBeLessThan(500);
  });

  it('takes a request that names a type but sends nothing for one without a body', async () => {
    const empty = await app.http
      .post(`/api/v1/spec/pay/${order}`)
      .set({ 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey() })
      .expect(400);
    expect(empty.body).toMatchObject({
      code: 'validation/invalid-input',
      errors: [{ path: '', code: 'validation/required' }],
    });
  });

  it('F49: refuses changing requests from another site', async () => {
    const from = (headers: Record<string, string>) => pay(basket).set(headers);
    expect((await from({ Origin: 'https://evil.example' })).body.code).toBe('cross_site_request');
    expect((await from({ Origin: 'null' })).status).toBe(403);
    expect((await from({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await from({ Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201);
  });

  it('lets in whom the contract names, and nobody else', async () => {
    const statuses = await Promise.all(
      app.everyone().map(async ({ who, cookie }) => {
        const request = app.http.get('/api/v1/spec/finance?locale=zgh');
        const { status } = await (cookie ? request.set('Cookie', cookie) : request);
        return [who, status];
      }),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      stranger: 401,
      buyer: 403,
      seller: 403,
      moderator: 403,
      finance: 200,
      admin: 200,
    });
  });

  it('sends nothing that the contract does not hold (F46)', async () => {
    const { body } = await app.http.get('/api/v1/spec/leak').expect(500);
    expect(JSON.stringify(body)).not.toContain('passwordHash');
  });

  it('does not start with a route that says nothing about who may call it', async () => {
    @Controller()
    class Forgetful {
      @Get('api/v1/open')
      open() {
        return {};
      }
      @Get('asset')
      @PublicAsset()
      asset() {
        return {};
      }
    }
    @Module({ controllers: [Forgetful] })
    class ForgetfulModule {}
    await expect(startApp({ modules: [ForgetfulModule] })).rejects.toThrow('GET api/v1/open (Forgetful.open)');
  });

  it('answers addresses that lead nowhere as a problem, with the request’s id', async () => {
    const { body, headers } = await app.http
      .get('/api/v1/nowhere')
      .set('X-Request-Id', 'from-the-browser-1')
      .expect(404);
    expect(body).toMatchObject({ code: 'not_found', requestId: 'from-the-browser-1' });
    expect(headers['x-request-id']).toBe('from-the-browser-1');
  });

  it('says how it is', async () => {
    const { body } = await app.http.get('/health/ready').expect(200);
    expect(body).toMatchObject({ status: 'ok', checks: { database: 'up', queue: 'up', search: 'up' } });
    expect(body.timeZoneData).toMatch(/^\d{4}[a-z]$/);
  });

  it('tells what it measured to whoever knows the token, and is not there for others', async () => {
    const ask = (token: string) => app.http.get('/metrics').set('Authorization', `Bearer ${token}`);
    expect((await ask(metricsToken).expect(200)).text).toContain('tiwizi_request_seconds');
    await ask(`${metricsToken}x`).expect(404);
    await app.http.get('/metrics').expect(404);
  });

  it('describes its routes', async () => {
    const { body } = await app.http.get('/api/v1/openapi.json').expect(200);
    expect(body.paths['/spec/pay/{id}'].post.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'id',
      'Idempotency-Key',
    ]);
    expect(body.components.schemas.Money.properties.amount.type).toBe('integer');
    expect((await app.http.get('/api/docs').expect(200)).text).toContain('/api/v1/spec/finance');
  });

  it('counts exactly, for all callers at once', async () => {
    const limits = app.get(RateLimits);
    const rule = { name: 'spec', points: 5, seconds: 60 };
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => limits.consume(rule, 'one caller')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await expect(limits.consume(rule, 'one caller')).rejects.toMatchObject({ code: 'too_many_requests' });
    await limits.consume(rule, 'another');
  });

  it('reads once for many who ask at the same time', async () => {
    const cache = app.get(ReadCache);
    let reads = 0;
    const load = async () => `read ${++reads}`;
    const all = await Promise.all(Array.from({ length: 50 }, () => cache.answer('spec/1', 60_000, load)));
    expect(new Set(all.map(String))).toEqual(new Set(['read 1']));
    expect(String(await cache.answer('spec/1', 60_000, load))).toBe('read 1');
    await cache.answer('spec/stale', -1, load);
    expect(String(await cache.answer('spec/stale', 60_000, load))).toBe('read 3');
    await expect(cache.answer('spec/2', 60_000, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(String(await cache.answer('spec/2', 60_000, load))).toBe('read 4');
  });
});
