import { Module } from '@nestjs/common';
import { startApp, type TestApp } from '@tiwizi/testing';
import { ClientLimits, mostFromOneNetwork } from './client-limits.js';

@Module({})
class NothingModule {}

describe('F74: one client that asks without end', () => {
  const limits = new ClientLimits({ points: 3, duration: 60 });
  const ask = (ip: string, url = '/api/v1/search?q=miel') => limits.count({ ip, url });

  it('is refused beyond its share, with its whole network, and nobody else is', async () => {
    for (const last of [1, 2, 3]) await ask(`2001:db8:1:2::${last}`);
    await expect(ask('2001:db8:1:2::4')).rejects.toMatchObject({ code: 'too_many_requests' });
    await expect(ask('2001:db8:1:3::4')).resolves.toBeUndefined();
  });

  it('is not counted for pictures, of which a page has dozens', async () => {
    for (let picture = 0; picture < 10; picture += 1) await ask('198.51.100.1', '/pictures/categories/honey.svg');
    await expect(ask('198.51.100.1', '/fr/')).resolves.toBeUndefined();
  });

  describe('at the door of the process', () => {
    let app: TestApp;
    beforeAll(async () => (app = await startApp({ modules: [NothingModule], settings: { hasRateLimits: true } })));
    afterAll(() => app.close());

    it('is told when to come back', async () => {
      const address = await app.listen();
      const statuses = new Map<number, number>();
      for (let asked = 0; asked <= mostFromOneNetwork.points; asked += 100) {
        const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(`${address}/api/v1/openapi.json`)));
        for (const { status, headers } of answers) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        }
        await Promise.all(answers.map((answer) => answer.body?.cancel()));
      }
      expect([...statuses.keys()].sort()).toEqual([200, 429]);
    });
  });
});
