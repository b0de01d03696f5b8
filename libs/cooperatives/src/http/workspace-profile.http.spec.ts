import { AuditJournal, Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { CooperativesApi } from '../cooperatives.api.js';
import { CooperativesModule } from '../cooperatives.module.js';
import { registryRow } from '../testing/registry-row.js';

const row = registryRow({ rib: '999010000000012617789738', ice: '990000001000040', phone: '+212600000001' });
let app: TestApp;
let member: string;
beforeAll(async () => {
  app = await startApp({ modules: [CooperativesModule] });
  await app.get(Database).transaction((tx) => app.get(CooperativesApi).importRegistry(tx, [row]));
  member = app.signIn({ cooperatives: [{ id: row.id }] });
});
afterAll(() => app.close());

const path = `/api/v1/workspace/${row.id}/profile`;

describe('the profile in the workspace', () => {
  it('shows a member the private fields, the RIB masked to its bank and four digits', async () => {
    const { body, text } = await app.http.get(path).set('Cookie', member).expect(200);
    expect(body).toMatchObject({ id: row.id, ice: row.ice, ribMasked: '999 •••• 9738', phone: row.phone });
    expect(text).not.toContain(row.rib);
  });

  it('changes story, telephone and counts, and writes who did it', async () => {
    const change = { story: { fr: ' Huit femmes de Tata. ' }, phone: '06 12 34 56 78', memberCount: 9, womenCount: 8 };
    const { body } = await app.http.patch(path).set('Cookie', member).send(change).expect(200);
    expect(body).toMatchObject({ story: { fr: 'Huit femmes de Tata.' }, phone: '+212612345678', memberCount: 9 });
    const { items } = await app.get(AuditJournal).list({ subject: `cooperative:${row.id}`, limit: 1 });
    expect(items[0]).toMatchObject({ action: 'cooperatives.profile-edited' });
  });

  it.each([
    [{ phone: 'abcdef' }, 'phone', 'cooperatives/invalid-phone'],
    [{ womenCount: 50 }, 'womenCount', 'validation/too-big'],
    [{ story: { fr: 'a\u202eb' } }, 'story.fr', 'text/direction-controls'],
    [{ story: { fr: 'x'.repeat(5001) } }, 'story.fr', 'validation/too-long'],
    [{ memberCount: 4 }, 'memberCount', 'validation/too-small'],
  ])('refuses %j at its field', async (change, fieldPath, code) => {
    const { body } = await app.http.patch(path).set('Cookie', member).send(change).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ path: fieldPath, code })]);
  });

  it('F45: refuses fields that are not for its members to change', async () => {
    for (const field of ['verification', 'rib', 'maySell', 'name']) {
      const json = `{"${field}":"verified"}`;
      const request = app.http.patch(path).set('Cookie', member).set('Content-Type', 'application/json').send(json);
      const { body } = await request.expect(400);
      expect(body.code).toBe('unknown_property');
    }
  });

  it('F44: does not exist for the member of another cooperative', async () => {
    const other = app.signIn({ cooperatives: [{ id: newId() }] });
    await app.http.get(path).set('Cookie', other).expect(404);
    await app.http.patch(path).set('Cookie', other).send({ memberCount: 9 }).expect(404);
  });

  it('is not there for a member of a cooperative that is gone', async () => {
    const gone = newId();
    const cookie = app.signIn({ cooperatives: [{ id: gone }] });
    const nowhere = `/api/v1/workspace/${gone}/profile`;
    const shown = await app.http.get(nowhere).set('Cookie', cookie).expect(404);
    const edited = await app.http.patch(nowhere).set('Cookie', cookie).send({ memberCount: 9 }).expect(404);
    expect([shown.body.code, edited.body.code]).toEqual(['cooperatives/not-found', 'cooperatives/not-found']);
  });

  it('needs a session, and a seller’s', async () => {
    await app.http.get(path).expect(401);
    await app.http
      .get(path)
      .set('Cookie', app.signIn({ roles: ['buyer'] }))
      .expect(403);
    await app.http
      .get(path)
      .set('Cookie', app.signIn({ roles: ['admin'] }))
      .expect(403);
  });
});
