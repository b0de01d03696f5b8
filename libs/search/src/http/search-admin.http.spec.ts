import { SearchResult } from '@tiwizi/contracts';
import { eventually, idempotencyKey } from '@tiwizi/testing';
import { countable, MissedWords } from '../missed/missed-words.js';
import { FallbackAnswers } from '../fallback/fallback-answers.js';
import { EngineSynonyms } from '../synonyms/engine-synonyms.js';
import { cooperative, Market, product } from '../testing/market.js';

describe('what administrators see and change of the search', () => {
  let market: Market;
  let admin: string;
  const maker = cooperative();
  const plate = product(maker.id, { title: { fr: 'Assiette peinte' }, description: {}, categoryId: 'honey' });

  beforeAll(async () => {
    market = await Market.open({ worker: true });
    await market.api.reindexAll();
    await market.register(maker);
    await market.publish(plate);
    await eventually(async () => expect(await finds('assiette')).toEqual([plate.id]), patience);
    admin = market.app.signIn({ roles: ['buyer', 'admin'] });
  });

  afterAll(() => market.close());

  const synonyms = '/api/v1/admin/search/synonyms';
  const add = (words: string[], note?: string) =>
    market.app.http
      .post(synonyms)
      .set('Cookie', admin)
      .set('Idempotency-Key', idempotencyKey())
      .send({ words, ...(note && { note }) });
  /** The engine's tasks wait for one another. */
  const patience = 20_000;
  const finds = async (q: string) => (await market.find({ q })).hits.map(({ id }) => id);

  it('teach it a word without a release: the engine and its stand-in know it within seconds', async () => {
    expect(await finds('xlouqpat')).toEqual([]);
    const { body: group } = await add(['xlouqpat', 'Assiette'], 'Oujda').expect(201);
    expect(group).toMatchObject({ words: ['xlouqpat', 'assiette'], note: 'Oujda', version: 1 });
    await eventually(async () => expect(await finds('xlouqpat')).toEqual([plate.id]), patience);
    await eventually(async () => {
      const { hits } = await market.app
        .get(FallbackAnswers)
        .find({ q: 'xlouqpat', wishes: {}, page: { offset: 0, limit: 5 } });
      expect(hits.map(({ id }) => id)).toEqual([plate.id]);
    }, patience);
    const change = (version: number, words: string[]) =>
      market.app.http.put(`${synonyms}/${group.id}`).set('Cookie', admin).send({ words, version });
    await change(1, ['xlouqpat', 'couteau']).expect(200);
    await eventually(async () => expect(await finds('xlouqpat')).toEqual([]), patience);
    const stale = await change(1, ['xlouqpat', 'plat']).expect(409);
    expect(stale.body.code).toBe('search/synonyms-changed-elsewhere');
    await market.app.http.delete(`${synonyms}/${group.id}`).set('Cookie', admin).expect(200);
    await market.app.http.delete(`${synonyms}/${group.id}`).set('Cookie', admin).expect(404);
    const journal = await market.database.query<{ action: string }>(
      'select action from platform.audit where subject = $1 order by id',
      [`synonyms:${group.id}`],
    );
    expect(journal.map(({ action }) => action)).toEqual([
      'search.synonyms-added',
      'search.synonyms-changed',
      'search.synonyms-removed',
    ]);
  }, 60_000);

  it('are told of a group that says nothing, and of one that is no list', async () => {
    expect((await add(['Théière', 'theiere']).expect(400)).body.code).toBe('search/synonyms-too-alike');
    await add(['seul']).expect(400);
    await add(['x'.repeat(61), 'y']).expect(400);
  });

  it('see groups last changed first, page by page, and by a word', async () => {
    await market.database.query('delete from search.synonym');
    for (const word of ['un', 'deux', 'trois']) await add([`${word}-a`, `${word}-b`]).expect(201);
    const list = async (query: object) =>
      (await market.app.http.get(synonyms).query(query).set('Cookie', admin).expect(200)).body;
    const first = await list({ limit: 2 });
    expect(first.items.map(({ words }: { words: string[] }) => words[0])).toEqual(['trois a', 'deux a']);
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ words: ['un a', 'un b'] }], nextCursor: null });
    expect((await list({ q: 'deux' })).items).toHaveLength(1);
    await market.app.http.get(synonyms).query({ cursor: 'forged' }).set('Cookie', admin).expect(400);
  });

  it('bring the synonyms to an index that lost them', async () => {
    await add(['qzwerfha', 'assiette']).expect(201);
    await eventually(async () => expect(await finds('qzwerfha')).toEqual([plate.id]), patience);
    await market.api.reindexAll();
    await market.app.get(EngineSynonyms).pushTo();
    expect(await finds('qzwerfha')).toEqual([plate.id]);
  }, 60_000);

  it('see what was looked for in vain, by words and days, most asked first', async () => {
    const missed = market.app.get(MissedWords);
    await market.database.query('delete from search.missed');
    for (const q of ['Zlabia', 'ZLABIA ', 'zlabia', 'briouates']) await missed.count(q, 'nothing');
    await missed.count('kbab', 'guess');
    const list = async (query: object) =>
      (await market.app.http.get('/api/v1/admin/search/missed').query(query).set('Cookie', admin).expect(200)).body;
    const first = await list({ limit: 1 });
    expect(first.items).toMatchObject([{ words: 'zlabia', outcome: 'nothing', count: 3 }]);
    const others = (await list({ cursor: first.nextCursor })).items;
    expect(others.map(({ words }: { words: string }) => words)).toEqual(expect.arrayContaining(['briouates', 'kbab']));
    const guesses = (await list({ outcome: 'guess' })).items;
    expect(guesses).toContainEqual(expect.objectContaining({ words: 'kbab', count: 1 }));
  });

  it('see nothing of who asked: neither addresses nor numbers are kept', async () => {
    expect([countable('itto@example.ma'), countable('06 12 34 56 78'), countable('miel 4111111111111111')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([countable('٠٦ ١٢ ٣٤ ٥٦ ٧٨'), countable('０６１２３４５６７８')]).toEqual([null, null]);
    expect(countable('Théière “en cuivre”')).toBe('theiere cuivre');
    const columns = await market.database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'search' and table_name = 'missed'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual(['count', 'day', 'outcome', 'words']);
  });

  it('counts what a search missed, and no search that filters emptied', async () => {
    await market.find({ q: 'qwrtplkj' });
    await market.find({ q: 'zzkkqq', region: 'MA-01' });
    const words = await market.database.query<{ words: string }>('select words from search.missed');
    expect(words).toContainEqual({ words: 'qwrtplkj' });
    expect(words).not.toContainEqual({ words: 'zzkkqq' });
  });

  it('forgets missed words after ninety days', async () => {
    await market.database.query(
      `insert into search.missed values (current_date - 91, 'old', 'nothing', 1), (current_date - 89, 'young', 'nothing', 1)`,
    );
    await market.app.runScheduled('search/forget-missed-words');
    const words = await market.database.query<{ words: string }>(
      `select words from search.missed where day < current_date`,
    );
    expect(words).toEqual([{ words: 'young' }]);
  });

  it.each(['buyer', 'seller', 'moderator', 'finance'] as const)('is not for a %s', async (role) => {
    const cookie = market.app.signIn({ roles: [role] });
    await market.app.http.get(synonyms).set('Cookie', cookie).expect(403);
    await market.app.http.get('/api/v1/admin/search/missed').set('Cookie', cookie).expect(403);
    await market.app.http
      .post(synonyms)
      .set('Cookie', cookie)
      .send({ words: ['a', 'b'] })
      .expect(403);
  });

  it('answers what its contract says', async () => {
    const result = await market.find({ q: 'assiete' });
    expect(SearchResult.parse(result)).toEqual(result);
  });
});
