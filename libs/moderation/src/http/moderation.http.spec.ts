import type { ListCases, ResponseOf } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { eventually, idempotencyKey } from '@tiwizi/testing';
import { Desk, type Seller, type Submitted } from '../testing/desk.js';

type QueuePage = ResponseOf<typeof ListCases>;

let desk: Desk;
let seller: Seller;
let salma: string;
let driss: string;

beforeAll(async () => {
  desk = await Desk.open();
  seller = await desk.seller();
  salma = desk.moderator();
  driss = desk.moderator({ name: 'Driss' });
});
afterAll(() => desk.close());

const queue = (query: object = {}, cookie = salma) =>
  desk.app.http.get('/api/v1/moderation/cases').query(query).set('Cookie', cookie);
/** Every case of the queue, page after page. */
async function wholeQueue(limit: number): Promise<QueuePage['items']> {
  const items: QueuePage['items'] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page: QueuePage = (await queue({ limit, ...(cursor !== undefined && { cursor }) }).expect(200)).body;
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
const approve = (version: number) => ({ kind: 'approve', version });
const reject = (version: number) => ({ kind: 'reject', version, reasons: ['description'], field: 'description' });
const listing = async (id: string) =>
  (
    await desk.app.http
      .get(`/api/v1/workspace/${seller.cooperativeId}/products/${id}`)
      .set('Cookie', seller.cookie)
      .expect(200)
  ).body;

describe('the queue', () => {
  it('lists open cases oldest first, page by page, each once, with their signals', async () => {
    const submitted: Submitted[] = [];
    for (const title of ['Miel', 'Miel qui guérit', 'Miel 06 12 34 56 78']) {
      submitted.push(await desk.submit(seller, { title: { fr: title } }));
    }
    const seen = await wholeQueue(2);
    const ours = seen.filter(({ id }) => submitted.some((one) => one.id === id));
    expect(ours.map(({ id }) => id)).toEqual(submitted.map(({ id }) => id));
    expect(ours[0]).toMatchObject({
      title: { locale: 'fr', text: 'Miel' },
      cooperative: { id: seller.cooperativeId, isVerified: true },
      liveVersion: null,
      claimedBy: null,
      signals: [{ code: 'first-listing', field: null, params: {} }],
    });
    const claims = await queue({ signal: 'health-claim', limit: 100 }).expect(200);
    expect(claims.body.items.map(({ id }: { id: string }) => id)).toEqual([submitted[1]?.id]);
    expect((await queue({ signal: 'price-jump' }).expect(200)).body.items).toEqual([]);
  });

  it('counts what is open and what was decided today', async () => {
    const { id, version } = await desk.submit(seller);
    const before = (await queue().expect(200)).body;
    await desk.decide(id, salma, approve(version)).expect(200);
    const after = (await queue().expect(200)).body;
    expect(after.openCount).toBe(before.openCount - 1);
    expect(after.decidedToday).toBe(before.decidedToday + 1);
  });

  it('F65: refuses pages and cursors that are none', async () => {
    for (const query of [{ limit: 0 }, { limit: 101 }, { limit: 'x' }, { cursor: 'forged' }, { page: 2 }]) {
      await queue(query).expect(400);
    }
  });
});

describe('a case', () => {
  it('shows what is live beside what is proposed, and every change in every language', async () => {
    const first = await desk.submit(seller);
    await desk.decide(first.id, salma, approve(first.version)).expect(200);
    await eventually(async () => expect((await listing(first.productId)).isLive).toBe(true));
    const { draft } = await listing(first.productId);
    const [variant] = draft.variants;
    const second = await desk.submit(
      seller,
      {
        title: { ...draft.title, fr: 'Miel qui guérit tout', en: 'Thyme honey' },
        variants: [{ ...variant, price: { amount: 12_000, currency: 'MAD' } }],
      },
      first.productId,
    );
    const shown = await desk.show(second.id, salma);
    expect(shown).toMatchObject({
      status: 'open',
      version: second.version,
      liveVersion: first.version,
      sellerLocale: 'ar',
      live: { content: { title: draft.title } },
      proposed: { content: { title: { en: 'Thyme honey' } } },
      sellerHistory: { productCount: expect.any(Number), refusalCount: 0 },
      decisions: [{ by: 'Salma', kind: 'approve', reasons: [], message: null, version: first.version }],
    });
    expect(shown.live?.pictures).toHaveLength(1);
    expect(shown.proposed.pictures).toHaveLength(1);
    expect(shown.changes).toEqual([
      { field: 'title', locale: 'fr', before: draft.title.fr, after: 'Miel qui guérit tout' },
      { field: 'title', locale: 'en', before: null, after: 'Thyme honey' },
      { field: 'price', locale: null, before: '89\u00a0DH', after: '120\u00a0DH' },
    ]);
    expect(shown.signals.map(({ code }) => code)).toEqual(['health-claim', 'price-jump']);
    // The live version stays up while the change waits, and the differences stay readable once it is accepted.
    await desk.decide(second.id, salma, approve(second.version)).expect(200);
    await eventually(async () => expect((await listing(first.productId)).title).toBe('Miel qui guérit tout'));
    expect((await desk.show(second.id, salma)).changes).toEqual(shown.changes);
  });

  it('is overtaken when its cooperative submits again: one open case for a product', async () => {
    const older = await desk.submit(seller);
    const newer = await desk.submit(seller, { title: { fr: 'Miel de thym, encore' } }, older.productId);
    expect(newer.id).not.toBe(older.id);
    expect((await desk.show(older.id, salma)).status).toBe('superseded');
    for (const answer of [desk.decide(older.id, salma, approve(older.version)), desk.claim(older.id, salma)]) {
      expect((await answer.expect(409)).body.code).toBe('moderation/version-changed');
    }
    await desk.decide(newer.id, salma, approve(newer.version)).expect(200);
  });

  it('is nowhere for an id nobody gave', async () => {
    const path = `/api/v1/moderation/cases/${newId()}`;
    const { body } = await desk.app.http.get(path).set('Cookie', salma).expect(404);
    expect(body.code).toBe('moderation/case-not-found');
    expect((await desk.claim(newId(), salma).expect(404)).body.code).toBe('moderation/case-not-found');
    expect((await desk.decide(newId(), salma, approve(1)).expect(404)).body.code).toBe('moderation/case-not-found');
  });
});

describe('a claim', () => {
  it('keeps the others away for fifteen minutes, and says who and until when', async () => {
    const { id, version } = await desk.submit(seller);
    expect((await desk.claim(id, salma).expect(200)).body.claimedBy).toBe('Salma');
    await desk.claim(id, salma).expect(200);
    for (const answer of [desk.claim(id, driss), desk.decide(id, driss, approve(version))]) {
      const { body } = await answer.expect(409);
      expect(body).toMatchObject({ code: 'moderation/claimed-by-other', params: { name: 'Salma' } });
      expect(body.detail).toContain('Salma');
    }
    await desk.database.query(
      `update moderation.moderation_case set claimed_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await desk.show(id, salma)).claimedBy).toBeNull();
    expect((await desk.claim(id, driss).expect(200)).body.claimedBy).toBe('Driss');
  });

  it('goes to one of ten who ask at the same moment', async () => {
    const { id } = await desk.submit(seller);
    const people = Array.from({ length: 10 }, (_, index) => desk.moderator({ name: `Modératrice ${index}` }));
    const answers = await Promise.all(people.map((cookie) => desk.claim(id, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
  });
});

describe('a decision', () => {
  it('MOD-1: needs a reason and the field to refuse, and a message for another reason', async () => {
    const { id, version } = await desk.submit(seller);
    const refused = async (body: object) =>
      (await desk.decide(id, salma, { kind: 'reject', version, ...body }).expect(400)).body.errors;
    expect(await refused({})).toMatchObject([
      { path: 'reasons', code: 'moderation/reason-required' },
      { path: 'field', code: 'moderation/field-required' },
    ]);
    expect(await refused({ reasons: ['other'], field: 'title' })).toMatchObject([
      { path: 'message', code: 'moderation/message-required' },
    ]);
    expect(await refused({ reasons: ['nonsense'], field: 'title' })).toMatchObject([{ path: 'reasons.0' }]);
    expect((await desk.show(id, salma)).status).toBe('open');
  });

  it('reaches the cooperative with its reasons, and leaves the version on show where it was', async () => {
    const { id, version, productId } = await desk.submit(seller);
    const wanted = {
      kind: 'request-change',
      version,
      reasons: ['health-claim', 'photo'],
      field: 'description',
      message: ' Retirez la promesse de guérison. ',
    };
    const { body } = await desk.decide(id, salma, wanted).expect(200);
    expect(body).toMatchObject({ status: 'decided', decisions: [{ by: 'Salma', kind: 'request-change', version }] });
    await eventually(async () =>
      expect(await listing(productId)).toMatchObject({
        status: 'to-correct',
        isLive: false,
        decision: {
          kind: 'request-change',
          reasons: ['health-claim', 'photo'],
          field: 'description',
          message: 'Retirez la promesse de guérison.',
        },
      }),
    );
  });

  it('MOD-5: is made once: the second of two moderators learns who and when, and nothing is applied twice', async () => {
    const { id, version, productId } = await desk.submit(seller);
    const answers = await Promise.all([
      desk.decide(id, salma, approve(version)),
      desk.decide(id, driss, reject(version)),
    ]);
    const second = answers.find(({ status }) => status === 409);
    const first = answers.find(({ status }) => status === 200);
    const winner = first?.body.decisions[0].by;
    expect(second?.body).toMatchObject({
      code: 'moderation/already-decided',
      params: { name: winner, at: expect.stringMatching(/^2\d{3}-/) },
    });
    expect(second?.body.detail).toContain(winner);
    const rows = await desk.database.query<{ decisions: number; audited: number; told: number }>(
      `select (select count(*)::int from moderation.decision where case_id = $1) as decisions,
         (select count(*)::int from platform.audit
          where subject = $2 and action = 'moderation.case-decided' and cause = $3) as audited,
         (select count(*)::int from jobs.job
          where data ->> 'event' = 'moderation.case-decided.v1' and data -> 'payload' ->> 'caseId' = $1::text) as told`,
      [id, `product:${productId}`, `case:${id}`],
    );
    expect(rows).toEqual([{ decisions: 1, audited: 1, told: 1 }]);
    expect((await desk.claim(id, driss).expect(409)).body.code).toBe('moderation/already-decided');
  });

  it('is answered again to the one who made it, under the same key and under a new one', async () => {
    const { id, version } = await desk.submit(seller);
    const cookie = desk.moderator({ name: 'Aïcha' });
    const key = idempotencyKey();
    const first = await desk.decide(id, cookie, approve(version), key).expect(200);
    const replayed = await desk.decide(id, cookie, approve(version), key).expect(200);
    expect(replayed.headers['idempotent-replay']).toBe('true');
    expect(replayed.body).toEqual(first.body);
    expect((await desk.decide(id, cookie, approve(version)).expect(200)).body.decisions).toHaveLength(1);
    expect((await desk.decide(id, cookie, reject(version)).expect(409)).body.code).toBe('moderation/already-decided');
  });

  it('is refused for another version than the one that waits', async () => {
    const { id, version } = await desk.submit(seller);
    const { body } = await desk.decide(id, salma, approve(version + 1)).expect(409);
    expect(body.code).toBe('moderation/version-changed');
  });

  it('MOD-8: is not made by somebody of the cooperative itself', async () => {
    const { id, version } = await desk.submit(seller);
    const own = desk.moderator({ cooperatives: [{ id: seller.cooperativeId }] });
    expect((await desk.decide(id, own, approve(version)).expect(403)).body.code).toBe('moderation/own-cooperative');
    expect((await desk.claim(id, own).expect(403)).body.code).toBe('moderation/own-cooperative');
  });

  it('needs a key against double sending', async () => {
    const path = `/api/v1/moderation/cases/${newId()}/decision`;
    const { body } = await desk.app.http.post(path).set('Cookie', salma).send(approve(1)).expect(400);
    expect(body.code).toBe('idempotency_key_required');
  });

  it('counts as a refusal of its cooperative only when it refuses', async () => {
    const other = await desk.seller();
    const [first, second] = [await desk.submit(other), await desk.submit(other)];
    await desk.decide(first.id, salma, reject(first.version)).expect(200);
    expect((await desk.show(second.id, salma)).sellerHistory.refusalCount).toBe(1);
  });
});

describe('F44, F52: the moderators’ routes', () => {
  const routes = [
    ['get', ''],
    ['get', '/:id'],
    ['post', '/:id/claim'],
    ['post', '/:id/decision'],
  ] as const;

  it.each(routes)('%s /moderation/cases%s is for moderators and administrators', async (method, path) => {
    const id = newId();
    for (const { who, cookie } of desk.app.everyone()) {
      const request = desk.app.http[method](`/api/v1/moderation/cases${path.replace(':id', id)}`).set(
        'Idempotency-Key',
        idempotencyKey(),
      );
      const { status } = await (cookie ? request.set('Cookie', cookie) : request);
      const isAllowed = who === 'moderator' || who === 'admin';
      if (isAllowed) expect([200, 400, 404]).toContain(status);
      else expect(status).toBe(who === 'stranger' ? 401 : 403);
    }
  });
});
