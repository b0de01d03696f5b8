import { AuditJournal, Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { CooperativesApi } from '../cooperatives.api.js';
import { CooperativesModule } from '../cooperatives.module.js';
import { registryRow } from '../testing/registry-row.js';
import type { Verification } from '../domain/cooperative.js';

let app: TestApp;
let admin: string;
beforeAll(async () => {
  app = await startApp({ modules: [CooperativesModule] });
  admin = app.signIn({ roles: ['admin'] });
});
afterAll(() => app.close());

async function waiting(own: Parameters<typeof registryRow>[0] = {}) {
  const row = registryRow({ verification: 'submitted', verificationLevel: 1, ...own });
  await app.get(Database).transaction((tx) => app.get(CooperativesApi).importRegistry(tx, [row]));
  return row;
}
const decide = (id: string, body: object, cookie = admin) =>
  app.http.post(`/api/v1/admin/cooperatives/${id}/decision`).set('Cookie', cookie).send(body);
const told = (event: string, id: string) =>
  app
    .get(Database)
    .query(`select 1 from jobs.job where data->>'event' = $1 and data->'payload'->>'cooperativeId' = $2`, [event, id]);

describe('the desk that verifies cooperatives', () => {
  it('lists them by state, oldest application first, page by page, the RIB masked', async () => {
    const rows = [
      await waiting({ appliedAt: '2001-02-01T08:00:00Z', rib: '999010000000012617789738', ice: '990000001000040' }),
      await waiting({ appliedAt: '2001-02-02T08:00:00Z', ice: '990000001000041' }),
    ];
    const first = await app.http.get('/api/v1/admin/cooperatives?state=submitted&limit=1').set('Cookie', admin);
    expect(first.body.items[0]).toMatchObject({ id: rows[0]?.id, ribMasked: '999 •••• 9738', isIceValid: true });
    expect(first.text).not.toContain(rows[0]?.rib);
    const next = `/api/v1/admin/cooperatives?state=submitted&limit=1&cursor=${first.body.nextCursor}`;
    const second = await app.http.get(next).set('Cookie', admin).expect(200);
    expect(second.body.items[0]).toMatchObject({ id: rows[1]?.id, isIceValid: false });
    expect(second.body.total).toBeGreaterThanOrEqual(2);
  });

  it('verifies: it may publish and sell from then on, with a journal row and word to the others', async () => {
    const row = await waiting();
    await app.http.get(`/api/v1/cooperatives/${row.slug}`).expect(404);
    await decide(row.id, { decision: 'verify' }).expect(200);
    expect(await app.get(CooperativesApi).seller(row.id)).toMatchObject({ isVerified: true, maySell: true });
    const { items } = await app.get(AuditJournal).list({ subject: `cooperative:${row.id}`, limit: 5 });
    expect(items[0]).toMatchObject({
      action: 'cooperatives.decided',
      details: { decision: 'verify', previous: 'submitted', verification: 'verified' },
    });
    expect(await told('cooperatives.cooperative-changed.v1', row.id)).toHaveLength(1);
    expect(await told('cooperatives.cooperative-decided.v1', row.id)).toHaveLength(1);
  });

  it('suspends: it sells no more and is not shown, until it is verified again', async () => {
    const row = await waiting({ verification: 'verified', verificationLevel: 3 });
    await decide(row.id, { decision: 'suspend', reason: 'Extrait du registre périmé.' }).expect(200);
    expect(await app.get(CooperativesApi).seller(row.id)).toMatchObject({ isVerified: false, maySell: false });
    await app.http.get(`/api/v1/cooperatives/${row.slug}`).expect(404);
    await decide(row.id, { decision: 'verify' }).expect(200);
    expect(await app.get(CooperativesApi).seller(row.id)).toMatchObject({ maySell: true });
  });

  it('asks why before it refuses or suspends', async () => {
    const row = await waiting();
    for (const reason of [undefined, '', '   ']) {
      const { body } = await decide(row.id, { decision: 'refuse', reason }).expect(400);
      expect(body.code).toBe('cooperatives/reason-required');
    }
    await decide(row.id, { decision: 'refuse', reason: 'a\u202eb' }).expect(400);
  });

  it.each<[Verification, string]>([
    ['verified', 'verify'],
    ['verified', 'refuse'],
    ['submitted', 'suspend'],
  ])('does not take one that is %s by %s', async (verification, decision) => {
    const row = await waiting({ verification, verificationLevel: 2 });
    const { body } = await decide(row.id, { decision, reason: 'Motif' }).expect(409);
    expect(body.code).toBe('invalid_transition');
  });

  it('decides once when two admins press at the same time', async () => {
    const row = await waiting();
    const answers = await Promise.all([decide(row.id, { decision: 'verify' }), decide(row.id, { decision: 'verify' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await told('cooperatives.cooperative-decided.v1', row.id)).toHaveLength(1);
  });

  it('is an admin’s: everyone else is refused, and an unknown cooperative is not there', async () => {
    const row = await waiting();
    await decide(newId(), { decision: 'verify' }).expect(404);
    for (const { who, cookie = '' } of app.everyone().filter(({ who: role }) => role !== 'admin')) {
      const expected = who === 'stranger' ? 401 : 403;
      await decide(row.id, { decision: 'verify' }, cookie).expect(expected);
      await app.http.get('/api/v1/admin/cooperatives').set('Cookie', cookie).expect(expected);
    }
  });
});
