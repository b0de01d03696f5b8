import { refuses, thrownBy } from '../testing/visit.js';
import { orNotFound } from './or-not-found.server.js';

describe('what a page asks for', () => {
  it.each([
    [400, 404],
    [403, 404],
    [404, 404],
    [429, 429],
  ])('when it is refused with %i is a page that answers %i', async (refused, answered) => {
    expect(await thrownBy(() => orNotFound(refuses(refused)()))).toBe(answered);
  });

  it('when we fail is a fault of ours', async () => {
    await expect(orNotFound(refuses(503)())).rejects.toMatchObject({ status: 503 });
  });
});
