import { IdentityApi } from '@tiwizi/identity';
import { Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CooperativesModule } from '../cooperatives.module.js';

const naughtyStrings: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../kernel/text/src/testing/naughty-strings.json'), 'utf8'),
);

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [CooperativesModule] });
});
afterAll(() => app.close());

let number = 0;
const iceOf = (position: number) => {
  const body = `99${String(position).padStart(7, '0')}0000`;
  const rest = Number((BigInt(`${body}00`) % 97n).toString());
  return `${body}${String(97 - rest).padStart(2, '0')}`;
};
function application(own: object = {}) {
  number += 1;
  return {
    name: { fr: 'Coopérative Tafoukt' },
    provinceId: 'MA-TAT',
    commune: 'Tata',
    court: 'Tribunal de première instance de Tata',
    localRegisterNumber: number,
    ice: iceOf(number),
    phone: '06 12 34 56 78',
    memberCount: 7,
    womenCount: 5,
    ...own,
  };
}

/** Somebody with an account, as the grant asks for one. */
async function applicant() {
  const accountId = newId();
  await app.get(Database).transaction((tx) =>
    app.get(IdentityApi).importAccounts(tx, [
      {
        id: accountId,
        name: 'Fatima',
        email: `${accountId}@example.org`,
        password: 'argane-et-safran-2026',
        locale: 'ar',
        roles: ['buyer'],
        cooperatives: [],
      },
    ]),
  );
  return { accountId, cookie: app.signIn({ accountId, name: 'Fatima', locale: 'ar' }) };
}
const apply = (cookie: string, body: object) => app.http.post('/api/v1/cooperatives').set('Cookie', cookie).send(body);

describe('applying for a shop', () => {
  it('keeps the application, makes the applicant its president, and waits for an admin', async () => {
    const { accountId, cookie } = await applicant();
    const { body } = await apply(cookie, application({ rib: 'MA64 9990 1000 0000 0126 1778 9738' })).expect(201);
    expect(body.slug).toMatch(/^cooperative-tafoukt-tata/);
    const [row] = await app.get(Database).query('select * from cooperatives.cooperative where id = $1', [body.id]);
    expect(row).toMatchObject({
      verification: 'submitted',
      verification_level: 1,
      may_sell: false,
      rib: '999010000000012617789738',
      phone: '+212612345678',
      region_id: 'MA-09',
      locale: 'ar',
    });
    const people = await app.get(IdentityApi).accountsOf(body.id);
    expect(people).toEqual([expect.objectContaining({ accountId, role: 'president' })]);
  });

  it('gives two cooperatives of one name and place two addresses', async () => {
    const { cookie } = await applicant();
    const first = await apply(cookie, application()).expect(201);
    const second = await apply(cookie, application()).expect(201);
    expect(second.body.slug).not.toBe(first.body.slug);
  });

  it.each([
    [{ ice: '123' }, 'ice', 'cooperatives/invalid-ice'],
    [{ ice: '990000001000041' }, 'ice', 'cooperatives/invalid-ice'],
    [{ phone: '12345678' }, 'phone', 'cooperatives/invalid-phone'],
    [{ name: {} }, 'name', 'validation/required'],
    [{ name: { fr: '  ' } }, 'name', 'validation/required'],
    [{ name: { fr: 'x'.repeat(201) } }, 'name.fr', 'validation/too-long'],
    [{ commune: 'Ta\u200bta' }, 'commune', 'text/invisible-characters'],
    [{ womenCount: 8 }, 'womenCount', 'validation/too-big'],
    [{ memberCount: 4 }, 'memberCount', 'validation/too-small'],
    [{ provinceId: 'MA-XXX' }, 'provinceId', 'validation/not-one-of'],
  ])('refuses %j at its field', async (fault, path, code) => {
    const { cookie } = await applicant();
    const { body } = await apply(cookie, application(fault)).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it.each(['1234', '999010000000012617789739', '99901000000001261778973', 'FR7630006000011234567890189', 'x'])(
    'F36: refuses the RIB %s at its field',
    async (rib) => {
      const { cookie } = await applicant();
      const { body } = await apply(cookie, application({ rib })).expect(400);
      expect(body.errors).toEqual([expect.objectContaining({ path: 'rib', code: 'cooperatives/invalid-rib' })]);
    },
  );

  it('names every fault at once', async () => {
    const { cookie } = await applicant();
    const faults = { ice: '1', rib: '2', phone: '333333', name: {} };
    const { body } = await apply(cookie, application(faults)).expect(400);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['ice', 'name', 'phone', 'rib']);
  });

  it('knows a register entry however its court is typed, and an ICE, once', async () => {
    const { cookie } = await applicant();
    const first = application();
    await apply(cookie, first).expect(201);
    const sameEntry = { ...application(), localRegisterNumber: first.localRegisterNumber };
    const { body } = await apply(cookie, { ...sameEntry, court: 'TRIBUNAL de premiere instance de  Tata' }).expect(409);
    expect(body.code).toBe('cooperatives/already-applied');
    await apply(cookie, application({ ice: first.ice })).expect(409);
  });

  it('takes one of two applications that arrive together', async () => {
    const { cookie } = await applicant();
    const same = application();
    const answers = await Promise.all([apply(cookie, same), apply(cookie, same), apply(cookie, same)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('lets the people of a refused cooperative correct it and ask again, nobody else', async () => {
    const { accountId, cookie } = await applicant();
    const asked = application();
    const { body } = await apply(cookie, asked).expect(201);
    const president = app.signIn({ accountId, roles: ['buyer', 'seller'], cooperatives: [{ id: body.id }] });
    await apply(president, asked).expect(409);
    const admin = app.signIn({ roles: ['admin'] });
    await app.http
      .post(`/api/v1/admin/cooperatives/${body.id}/decision`)
      .set('Cookie', admin)
      .send({ decision: 'refuse', reason: 'Le nombre de membres manque.' })
      .expect(200);
    const stranger = await applicant();
    await apply(stranger.cookie, asked).expect(409);
    const again = await apply(president, { ...asked, memberCount: 12 }).expect(201);
    expect(again.body).toEqual(body);
    const [row] = await app.get(Database).query('select * from cooperatives.cooperative where id = $1', [body.id]);
    expect(row).toMatchObject({ verification: 'submitted', refusal_reason: null, member_count: 12 });
  });

  it('needs a session', async () => {
    await app.http.post('/api/v1/cooperatives').send(application()).expect(401);
  });

  it('F45: refuses fields nobody may send', async () => {
    const { cookie } = await applicant();
    const { body } = await apply(cookie, application({ verification: 'verified' })).expect(400);
    expect(body.code).toBe('unknown_property');
  });

  it('F64: keeps every naughty name as typed, after NFC, or refuses it; never breaks', async () => {
    const { cookie } = await applicant();
    for (const name of naughtyStrings) {
      const { status, body } = await apply(cookie, application({ name: { fr: name } }));
      expect([201, 400]).toContain(status);
      if (status !== 201) continue;
      const [row] = await app
        .get(Database)
        .query<{ name: { fr: string } }>('select name from cooperatives.cooperative where id = $1', [body.id]);
      expect(row?.name.fr).toBe(name.trim().normalize('NFC'));
    }
  }, 120_000);
});
