import { isLost, orLost } from './lost-request.js';

describe('a request in a dead zone', () => {
  it.each([
    ['never left', new TypeError('Failed to fetch')],
    ['broke off', new Error('Unable to decode', { cause: new TypeError('network error') })],
  ])('that %s is a refusal of the form, and nothing is asked again', async (_, error) => {
    const answer = await orLost(Promise.reject(error), (refusal) => ({ code: refusal.code }));
    expect(answer).toMatchObject({ data: { code: 'network' }, init: { status: 503 } });
  });

  it('is not taken for a fault of ours', async () => {
    for (const fault of [new Error('Unexpected Server Error'), new TypeError('x is undefined'), 'anything']) {
      expect(isLost(fault)).toBe(false);
      await expect(orLost(Promise.reject(fault), () => null)).rejects.toBe(fault);
    }
  });

  it('that arrived answers for itself', async () => {
    expect(await orLost(Promise.resolve('done'), () => null)).toBe('done');
  });
});
