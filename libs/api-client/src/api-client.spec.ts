import { RemoveLine, Search, SetDelivery, ShowCart } from '@tiwizi/contracts';
import { ApiClient, ApiProblem, type ApiRequest } from './index.js';

const id = '0193b0a1-0000-7000-8000-000000000001';

/** A client whose server answers as told, and what it was asked. */
function clientOf(answer: () => Response) {
  const asked: ApiRequest[] = [];
  const client = new ApiClient(async (request) => {
    asked.push(request);
    return answer();
  });
  return { client, asked };
}
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

describe('a call of the API', () => {
  it('is made of its contract: path, query without what is empty, body, idempotency key', async () => {
    const { client, asked } = clientOf(() => json({}));
    await client.call(Search, {
      query: { locale: 'ar', q: 'عسل & تين', region: ['MA-09', 'MA-01'], page: 2, sort: undefined },
    });
    await client.call(SetDelivery, {
      params: { id: 'a/../b' },
      query: {},
      body: { address: { name: 'A', phone: '0612345678', provinceId: 'MA-CAS', line: 'B' } },
      idempotencyKey: 'key',
    });
    const [search, delivery] = asked;
    const address = new URL(search?.path ?? '', 'http://api.test');
    expect(address.searchParams.get('q')).toBe('عسل & تين');
    expect(address.searchParams.getAll('region')).toEqual(['MA-09', 'MA-01']);
    expect(address.searchParams.has('sort')).toBe(false);
    expect(search?.body).toBeUndefined();
    expect(delivery).toMatchObject({ method: 'PUT', path: '/api/v1/carts/a%2F..%2Fb/delivery' });
    expect(delivery?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'key' });
  });

  it('answers what the API answered, and an empty answer as an empty object', async () => {
    expect(await clientOf(() => json({ id })).client.call(ShowCart, { params: { id }, query: {} })).toEqual({ id });
    const { client } = clientOf(() => new Response(null, { status: 204 }));
    expect(await client.call(RemoveLine, { params: { id, lineId: id }, query: {} })).toEqual({});
  });

  it('throws a refusal with its problem and when to try again', async () => {
    const problem = { code: 'too_many_requests', detail: 'Doucement.', params: {} };
    const { client } = clientOf(() => json(problem, 429, { 'retry-after': '7' }));
    const refusal = await client.call(ShowCart, { params: { id }, query: {} }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({ status: 429, problem, retryAfter: 7 });
  });

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>', 'text/html', 502, 'internal'],
    ['a body that broke off', '{"code": "out_of', 'application/problem+json', 503, 'service_unavailable'],
    ['nothing', '', 'application/json', 500, 'internal'],
  ])('tells %s in between as a problem too', async (_, body, type, status, code) => {
    const { client } = clientOf(() => new Response(body, { status, headers: { 'content-type': type } }));
    await expect(client.call(ShowCart, { params: { id }, query: {} })).rejects.toMatchObject({
      status,
      problem: { code, retryable: true },
    });
  });
});
