import { Controller, Module } from '@nestjs/common';
import { endpoint } from '@tiwizi/contracts';
import { idempotencyKey, startApp, type TestApp } from '@tiwizi/testing';
import { z } from 'zod';
import { CallerParam, Input, NotFound, Route, type Caller, type InputOf } from './index.js';

const Cancel = endpoint({
  id: 'spec/cancel',
  method: 'POST',
  path: '/spec/orders/:number/cancel',
  access: 'public',
  isIdempotent: true,
  summary: 'What the holder of the token may do.',
  params: z.strictObject({ number: z.string() }),
  query: z.strictObject({ token: z.string().optional(), locale: z.string().optional() }),
  response: z.strictObject({ address: z.string() }),
});
const Where = endpoint({
  id: 'spec/where',
  method: 'GET',
  path: '/spec/where',
  access: 'public',
  summary: 'Where the caller is.',
  response: z.strictObject({ ip: z.string() }),
});

@Controller()
class SpecController {
  @Route(Cancel)
  cancel(@Input() { query }: InputOf<typeof Cancel>) {
    if (query.token !== 'right') throw new NotFound();
    return { address: 'Derb Sidi Ahmed' };
  }

  @Route(Where)
  where(@CallerParam() { ip }: Caller) {
    return { ip };
  }
}

@Module({ controllers: [SpecController] })
class SpecModule {}

describe('guests', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ modules: [SpecModule], settings: { trustProxy: true } })));
  afterAll(() => app.close());

  const cancel = (key: string, query: string) =>
    app.http.post(`/api/v1/spec/orders/TZ-1/cancel${query}`).set('Idempotency-Key', key);

  it('F25: are not given what another guest was answered, whose key they know but not whose token', async () => {
    const key = idempotencyKey();
    await cancel(key, '?token=right').expect(200);
    for (const query of ['', '?token=wrong', '?token=RIGHT']) {
      const { body } = await cancel(key, query).expect(422);
      expect(body.code).toBe('idempotency_key_reused');
      expect(JSON.stringify(body)).not.toContain('Derb');
    }
  });

  it('F01: are given their own answer again, in whichever language they ask', async () => {
    const key = idempotencyKey();
    await cancel(key, '?token=right').expect(200);
    const again = await cancel(key, '?token=right&locale=ar').expect(200);
    expect(again.headers['idempotent-replay']).toBe('true');
  });

  it('F50: are where the proxy saw them, whatever they say of themselves', async () => {
    const { body } = await app.http
      .get('/api/v1/spec/where')
      .set('X-Forwarded-For', '192.0.2.66, 198.51.100.7')
      .expect(200);
    expect(body.ip).toBe('198.51.100.7');
  });
});
