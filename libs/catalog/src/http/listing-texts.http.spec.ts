import { Listing, type ListingDraft } from '@tiwizi/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, idempotencyKey } from '@tiwizi/testing';
import { cooperative, Shop } from '../testing/shop.js';
import { Workspace } from '../testing/workspace.js';

const naughty: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../kernel/text/src/testing/naughty-strings.json'), 'utf8'),
);

const variantWith = (texts: { measure?: string; sku?: string }): ListingDraft => ({
  variants: [{ ...texts, price: { amount: 1, currency: 'MAD' }, stock: 1, weightGrams: 1 }],
});
interface Field {
  put: (text: string) => ListingDraft;
  get: (draft: ListingDraft) => string | undefined;
}
const listOf = ({ attributes }: ListingDraft) => [attributes?.['allergens'] ?? []].flat();
/** Every place of a draft that takes text: how to put one there, and where to read it back. */
const fields: Record<string, Field> = {
  'title.fr': { put: (fr) => ({ title: { fr } }), get: ({ title }) => title?.fr },
  'title.ar': { put: (ar) => ({ title: { ar } }), get: ({ title }) => title?.ar },
  'description.zgh': { put: (zgh) => ({ description: { zgh } }), get: ({ description }) => description?.zgh },
  'attributes.variety': {
    put: (variety) => ({ attributes: { variety } }),
    get: ({ attributes }) => attributes?.['variety']?.toString(),
  },
  'attributes.allergens': {
    put: (text) => ({ attributes: { allergens: [text] } }),
    get: (draft) => listOf(draft)[0]?.toString(),
  },
  'variants.0.measure': {
    put: (measure) => variantWith({ measure }),
    get: ({ variants }) => variants?.[0]?.measure,
  },
  'variants.0.sku': { put: (sku) => variantWith({ sku }), get: ({ variants }) => variants?.[0]?.sku },
};
/** The rule of @tiwizi/text: NFC, line ends and outer spaces; nothing else is touched. */
const asKept = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

const together = (drafts: ListingDraft[]): ListingDraft =>
  drafts.reduce<ListingDraft>(
    (all, draft) => ({
      ...all,
      ...draft,
      ...((all.title ?? draft.title) && { title: { ...all.title, ...draft.title } }),
      ...((all.attributes ?? draft.attributes) && { attributes: { ...all.attributes, ...draft.attributes } }),
      ...((all.variants ?? draft.variants) && {
        variants: variantWith({ ...firstOf(all), ...firstOf(draft) }).variants,
      }),
    }),
    {},
  );
const firstOf = ({ variants }: ListingDraft) => ({ ...variants?.[0] });

describe('texts of a listing', () => {
  let shop: Shop;
  let desk: Workspace;

  beforeAll(async () => {
    shop = await Shop.open({ worker: true });
    const own = cooperative();
    await shop.register(own);
    desk = new Workspace(shop, own);
  });
  afterAll(() => shop.close());

  it('F64: every naughty string in every field is kept equal after NFC, or refused by name', async () => {
    const { id } = await desk.start();
    for (const text of naughty) {
      let paths = Object.keys(fields);
      for (;;) {
        const drafts = paths.map((path) => fields[path]?.put(text) ?? {});
        const { status, body } = await desk.request('patch', `/products/${id}`, together(drafts));
        if (status === 200) {
          const { draft } = Listing.parse(body);
          for (const path of paths) expect([path, fields[path]?.get(draft) ?? '']).toEqual([path, asKept(text)]);
          break;
        }
        // What is refused in one field may be fine in another: the others are sent again without it.
        const refused = paths.filter((path) =>
          body.errors?.some((error: { path: string }) => error.path.startsWith(path)),
        );
        expect([text, status, refused.length > 0]).toEqual([text, 400, true]);
        paths = paths.filter((path) => !refused.includes(path));
      }
    }
  }, 60_000);

  it('F62: refuses what hides in a name or turns a price around, naming each field', async () => {
    const { id } = await desk.start();
    const { body } = await desk
      .request('patch', `/products/${id}`, {
        title: { fr: 'Miel \u202e05,21', ar: 'عسل\u200bالزعتر', en: 'Ho\u0000ney', zgh: `ⵜ${'\u0301'.repeat(6)}` },
        description: { fr: 'a\u2066b' },
        variants: [{ measure: '250\u2069 g', price: { amount: 1, currency: 'MAD' }, stock: 1, weightGrams: 1 }],
      })
      .expect(400);
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['title.fr', 'text/direction-controls'],
      ['title.ar', 'text/invisible-characters'],
      ['title.zgh', 'text/stacked-marks'],
      ['title.en', 'text/control-characters'],
      ['description.fr', 'text/direction-controls'],
      ['variants.0.measure', 'text/direction-controls'],
    ]);
    expect((await desk.show(id)).draft).toEqual({});
  });

  it('F61: markup reaches buyers as the text it is', async () => {
    const script = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
    const { id } = await desk.publish({
      title: { fr: script },
      description: { fr: `${script}\n{{constructor}}` },
      attributes: { variety: script },
    });
    const answer = await shop.app.http.get(`/api/v1/products/${id}?locale=fr`).expect(200);
    expect(answer.headers['content-type']).toMatch('application/json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body).toMatchObject({ title: { text: script }, description: { text: `${script}\n{{constructor}}` } });
    expect(answer.body.attributes).toContainEqual({ key: 'variety', value: script, unit: null });
    expect(answer.body.slug).toMatch(/^[a-z0-9-]+$/);
  });

  it('makes an address of any name, in any script', async () => {
    const slugs = new Set<string | null>();
    for (const text of ['زيت الأركان', 'ⴰⵔⴳⴰⵏ', '!!!', '蜂蜜', '💥']) {
      const { slug } = await desk.publish({ title: { ar: text, fr: '' } });
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      slugs.add(slug);
    }
    expect(slugs.size).toBe(5);
  });

  it('refuses attributes nobody knows, prototypes included, and values of another kind', async () => {
    const { id } = await desk.start();
    const refused = async (attributes: unknown) => {
      const { body } = await desk.request('patch', `/products/${id}`, { attributes } as object).expect(400);
      return body.errors[0];
    };
    expect(await refused({ nothing: 'x' })).toMatchObject({ path: 'attributes', code: 'validation/not-one-of' });
    expect(await refused({ constructor: 'x' })).toMatchObject({ code: 'validation/not-one-of' });
    expect(await refused({ harvest_year: 'soon' })).toMatchObject({ path: 'attributes.harvest_year' });
    expect(await refused({ storage: 'under the bed' })).toMatchObject({ code: 'validation/not-one-of' });
    expect(await refused({ organic: 'yes' })).toMatchObject({ path: 'attributes.organic' });
    expect((await desk.request('patch', `/products/${id}`, { categoryId: 'food' }).expect(400)).body.errors).toEqual([
      expect.objectContaining({ path: 'categoryId', code: 'catalog/category-not-found' }),
    ]);
  });

  it('an empty text takes a language away, others stay', async () => {
    const { id } = await desk.start({ title: { fr: 'Miel', ar: 'عسل' } });
    expect((await desk.edit(id, { title: { ar: '  ' } })).draft.title).toEqual({ fr: 'Miel' });
  });
});

describe('the shop after a listing', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open({ worker: true });
  });
  afterAll(() => shop.close());

  const countOf = async (id: string) => {
    const { body } = await shop.app.http.get('/api/v1/categories').expect(200);
    return body.categories.find((category: { id: string }) => category.id === id)?.productCount;
  };

  it('shows a photograph as soon as it is ready, even when the listing was accepted before', async () => {
    const own = cooperative();
    await shop.register(own);
    const listing = await new Workspace(shop, own).publish();
    await eventually(async () => {
      const { body } = await shop.app.http.get(`/api/v1/products/${listing.id}`).expect(200);
      expect(body.pictures).toMatchObject([{ isGenerated: false, width: 64 }]);
    });
  });

  it('counts on the shelf only what may be bought: nothing of a suspended cooperative, all of it when it is back', async () => {
    const own = cooperative();
    await shop.register(own);
    const { id } = await new Workspace(shop, own).publish({ categoryId: 'saffron' });
    expect(await countOf('saffron')).toBe(1);
    const decide = (decision: string) =>
      shop.app.http
        .post(`/api/v1/admin/cooperatives/${own.id}/decision`)
        .set('Cookie', shop.app.signIn({ roles: ['admin'] }))
        .set('Origin', shop.app.settings.publicUrl)
        .set('Idempotency-Key', idempotencyKey())
        .send({ decision, reason: 'Papiers périmés.' });
    await decide('suspend').expect(200);
    await eventually(async () => expect(await countOf('saffron')).toBe(0));
    await shop.app.http.get(`/api/v1/products/${id}`).expect(410);
    expect(await shop.catalog.sellerHistory(own.id)).toEqual({ productCount: 1 });
    await decide('verify').expect(200);
    await eventually(async () => expect(await countOf('saffron')).toBe(1));
    await eventually(async () => shop.app.http.get(`/api/v1/products/${id}`).expect(200));
  });
});
