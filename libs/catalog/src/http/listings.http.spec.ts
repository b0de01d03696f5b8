import { AuditJournal, newId } from '@tiwizi/persistence';
import { eventually } from '@tiwizi/testing';
import { cooperative, Shop } from '../testing/shop.js';
import { Workspace } from '../testing/workspace.js';

describe('listings of a cooperative', () => {
  let shop: Shop;
  let desk: Workspace;
  let neighbour: Workspace;

  beforeAll(async () => {
    shop = await Shop.open({ worker: true });
    const [own, other] = [cooperative(), cooperative()];
    await shop.register(own, other);
    desk = new Workspace(shop, own);
    neighbour = new Workspace(shop, other);
  });
  afterAll(() => shop.close());

  const buyersSee = (idOrSlug: string) => shop.app.http.get(`/api/v1/products/${idOrSlug}?locale=fr`);

  it('begins as an empty draft, and says everything that is still missing when it is sent', async () => {
    const draft = await desk.start();
    expect(draft).toMatchObject({ status: 'draft', isLive: false, slug: null, price: null, stock: 0, revision: 1 });
    expect(draft.rates).toEqual({ commissionBps: 1000, vatOnCommissionBps: 2000 });
    const { body } = await desk.request('post', `/products/${draft.id}/submit`).expect(400);
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['imageIds', 'catalog/photo-required'],
      ['title', 'catalog/title-required'],
      ['categoryId', 'validation/required'],
      ['variants', 'catalog/price-required'],
    ]);
  });

  it('goes from draft to the shop by a decision, under an address made once from its name', async () => {
    const { id, slug } = await desk.publish();
    expect(slug).toMatch(/^huile-d-olive/);
    // The decision may come before the photograph is re-encoded: it follows by itself.
    const body = await eventually(async () => {
      const { body: page } = await buyersSee(slug ?? '').expect(200);
      expect(page).toMatchObject({
        id,
        version: 1,
        title: { text: 'Huile d’olive' },
        pictures: [{ isGenerated: false }],
      });
      return page;
    });
    expect(body.variants[0]).toMatchObject({
      available: 12,
      price: { amount: 9000, currency: 'MAD' },
      unitPrice: { price: { amount: 9000, currency: 'MAD' }, per: 'l' },
      options: [{ axis: 'volume', value: '1 L' }],
    });
    const { items } = await shop.app.get(AuditJournal).list({ subject: `product:${id}`, limit: 10 });
    expect(new Set(items.map(({ action }) => action))).toEqual(
      new Set(['catalog.product-published', 'catalog.listing-submitted', 'catalog.listing-started']),
    );
    const other = await desk.publish();
    expect(other.slug).not.toBe(slug);
  });

  it('EDIT-8: keeps the version on show until another one is accepted, whatever is decided about it', async () => {
    const { id, slug, draft } = await desk.publish();
    const edited = await desk.edit(id, { title: { fr: 'Huile d’olive nouvelle' } });
    expect(edited).toMatchObject({ status: 'draft', isLive: true });
    // Only French was sent: the Arabic name stays.
    expect(edited.draft.title).toEqual({ fr: 'Huile d’olive nouvelle', ar: 'زيت الزيتون' });
    await desk.submit(id);
    await desk.decide(id, {
      kind: 'request-change',
      reasons: ['description', 'other'],
      field: 'description',
      message: 'Dites l’année de récolte.',
    });
    const returned = await eventually(async () => {
      const listing = await desk.show(id);
      expect(listing.status).toBe('to-correct');
      return listing;
    });
    expect(returned).toMatchObject({
      isLive: true,
      decision: { kind: 'request-change', reasons: ['description', 'other'], message: 'Dites l’année de récolte.' },
    });
    expect((await buyersSee(id)).body).toMatchObject({ version: 1, title: { text: 'Huile d’olive' } });
    // What was asked for stays asked while she corrects it.
    expect((await desk.edit(id, { description: { fr: 'Récolte 2026.' } })).status).toBe('to-correct');
    await desk.submit(id);
    await desk.decide(id);
    await eventually(async () => expect((await desk.show(id)).status).toBe('online'));
    await eventually(async () => {
      const { body } = await buyersSee(slug ?? '');
      expect(body).toMatchObject({ id, slug, version: 3, title: { text: 'Huile d’olive nouvelle' } });
      expect(body.variants[0].id).toBe(draft.variants?.[0]?.id);
    });
  });

  it('does nothing with a decision about papers that were superseded, and decides nothing twice', async () => {
    const { id } = await desk.publish();
    await desk.edit(id, { title: { fr: 'Deuxième' } });
    await desk.submit(id);
    const [second] = await shop.database.query<{ id: string }>(
      'select id from catalog.change_set where product_id = $1 and version = 2',
      [id],
    );
    await desk.edit(id, { title: { fr: 'Troisième' } });
    await desk.submit(id);
    await desk.decide(id, { changeSetId: second?.id ?? '', version: 2 });
    await desk.decide(id);
    await eventually(async () => expect((await buyersSee(id)).body).toMatchObject({ version: 3 }));
    await desk.decide(id, { changeSetId: second?.id ?? '', version: 2, kind: 'reject' });
    await desk.decide(id, { kind: 'reject' });
    const after = await desk.publish();
    expect(after.status).toBe('online');
    expect(await desk.show(id)).toMatchObject({ status: 'online', isLive: true, decision: { kind: 'approve' } });
  });

  it('is sent once however often the button is pressed, and not at all when nothing changed', async () => {
    const { id } = await desk.start(await desk.complete());
    await desk.submit(id);
    await desk.submit(id);
    const [row] = await shop.database.query<{ sets: number }>(
      'select count(*)::int as sets from catalog.change_set where product_id = $1',
      [id],
    );
    expect(row?.sets).toBe(1);
    await desk.decide(id);
    await eventually(async () => expect((await desk.show(id)).status).toBe('online'));
    const { body } = await desk.request('post', `/products/${id}/submit`).expect(409);
    expect(body.code).toBe('catalog/nothing-to-submit');
  });

  it('refuses to overwrite what somebody wrote elsewhere', async () => {
    const { id, revision } = await desk.start({ title: { fr: 'A' } });
    await desk.edit(id, { title: { fr: 'B' }, revision });
    const { body } = await desk.request('patch', `/products/${id}`, { title: { fr: 'C' }, revision }).expect(409);
    expect(body).toMatchObject({ code: 'catalog/edited-elsewhere', params: { revision: revision + 1 } });
    expect((await desk.show(id)).draft.title).toEqual({ fr: 'B' });
  });

  it('is withdrawn: a draft vanishes, a product answers 410 and may come back under the same address', async () => {
    const draft = await desk.start();
    await desk.request('delete', `/products/${draft.id}`).expect(200);
    await desk.request('get', `/products/${draft.id}`).expect(404);

    const { id, slug } = await desk.publish();
    await desk.request('delete', `/products/${id}`).expect(200);
    await desk.request('delete', `/products/${id}`).expect(200);
    await eventually(async () => {
      const { body } = await buyersSee(slug ?? '').expect(410);
      expect(body).toMatchObject({
        code: 'catalog/product-withdrawn',
        params: { title: 'Huile d’olive', cooperative: desk.cooperative.slug },
      });
    });
    expect(await desk.show(id)).toMatchObject({ status: 'hidden', isLive: false });
    await desk.submit(id);
    await desk.decide(id);
    await eventually(async () => expect((await buyersSee(slug ?? '')).body).toMatchObject({ id, version: 2 }));
  });

  it('stays hidden when it was withdrawn while a moderator was reading', async () => {
    const { id } = await desk.publish();
    await desk.edit(id, { title: { fr: 'Autre' } });
    await desk.submit(id);
    await desk.request('delete', `/products/${id}`).expect(200);
    await desk.decide(id);
    await desk.publish();
    expect(await desk.show(id)).toMatchObject({ status: 'hidden', isLive: false });
  });

  it('counts stock at once, without a moderator, and never below what buyers were promised', async () => {
    const { id, draft } = await desk.publish();
    const variantId = draft.variants?.[0]?.id ?? '';
    const count = (onHand: number) => desk.request('put', `/products/${id}/stock`, { variantId, onHand });
    expect((await count(20).expect(200)).body).toMatchObject({
      stock: 20,
      status: 'online',
      draft: { variants: [{ stock: 20 }] },
    });
    await shop.database.transaction((tx) =>
      shop.catalog.reserve(tx, {
        orderId: newId(),
        expiresAt: new Date(Date.now() + 60_000),
        lines: [{ variantId, quantity: 7 }],
      }),
    );
    expect((await count(6).expect(409)).body).toMatchObject({
      code: 'catalog/stock-reserved',
      params: { reserved: 7 },
    });
    await count(7).expect(200);
    await eventually(async () => expect((await buyersSee(id)).body.availability).toBe('sold-out'));
    // A draft saved with the old figure does not bring sold goods back.
    await desk.edit(id, {
      variants: [
        {
          ...draft.variants?.[0],
          id: variantId,
          price: { amount: 9500, currency: 'MAD' },
          stock: 20,
          weightGrams: 1100,
        },
      ],
    });
    await desk.submit(id);
    await desk.decide(id);
    await eventually(async () => expect((await buyersSee(id)).body.variants[0].price.amount).toBe(9500));
    expect((await desk.show(id)).stock).toBe(7);
    await count(-1).expect(400);
  });

  it('counts the stock of a draft in the draft', async () => {
    const { id, draft } = await desk.start(await desk.complete());
    const variantId = draft.variants?.[0]?.id ?? '';
    const { body } = await desk.request('put', `/products/${id}/stock`, { variantId, onHand: 3 }).expect(200);
    expect(body.stock).toBe(3);
    await desk.request('put', `/products/${id}/stock`, { variantId: newId(), onHand: 3 }).expect(404);
  });

  it('keeps a variant its id, its stock and its orders while its price and neighbours change', async () => {
    const complete = await desk.complete();
    const half = { measure: '500 ml', price: { amount: 5000, currency: 'MAD' as const }, stock: 4, weightGrams: 600 };
    const { id, draft } = await desk.publish({ variants: [...(complete.variants ?? []), half] });
    const [litre, halfLitre] = draft.variants ?? [];
    // Sent without ids, as a plain form does; the litre is not offered any more.
    const edited = await desk.edit(id, { variants: [{ ...half, price: { amount: 5200, currency: 'MAD' } }] });
    expect(edited.draft.variants?.map((variant) => variant.id)).toEqual([halfLitre?.id]);
    await desk.submit(id);
    await desk.decide(id);
    await eventually(async () => {
      const { variants } = (await buyersSee(id)).body;
      expect(variants).toMatchObject([{ id: halfLitre?.id, price: { amount: 5200 }, available: 4 }]);
    });
    const rows = await shop.database.query('select id, is_for_sale from catalog.public_variant where product_id = $1', [
      id,
    ]);
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ id: litre?.id, is_for_sale: false });
  });

  it('names the reference that another product has already', async () => {
    const complete = await desk.complete();
    const withSku = (sku: string) => ({
      ...complete,
      variants: complete.variants?.map((variant) => ({ ...variant, sku })),
    });
    await desk.publish(withSku('HUILE-1'));
    const { id } = await desk.start(withSku('HUILE-1'));
    const { body } = await desk.request('post', `/products/${id}/submit`).expect(400);
    expect(body.errors).toMatchObject([{ path: 'variants.0.sku', code: 'catalog/sku-taken' }]);
  });

  it('lists them last changed first, by status, page after page', async () => {
    const own = cooperative();
    await shop.register(own);
    const fresh = new Workspace(shop, own);
    const ids: string[] = [];
    for (const fr of ['Un', 'Deux', 'Trois']) ids.unshift((await fresh.start({ title: { fr } })).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/products?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await fresh.request('get', path).expect(200);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(ids);
    expect((await fresh.request('get', '/products?status=online').expect(200)).body.items).toEqual([]);
    await fresh.request('get', '/products?cursor=forged').expect(400);
  });

  it('is sent only by a cooperative that has been verified', async () => {
    const applicant = cooperative({ verification: 'submitted', verificationLevel: 1 });
    await shop.register(applicant);
    const theirs = new Workspace(shop, applicant);
    const { id } = await theirs.start(await theirs.complete());
    const { body } = await theirs.request('post', `/products/${id}/submit`).expect(409);
    expect(body.code).toBe('cooperatives/not-selling');
  });

  it('F44: knows nothing of another cooperative: listings, variants, photographs', async () => {
    const theirs = await neighbour.publish();
    const theirVariant = theirs.draft.variants?.[0]?.id ?? '';
    const { id } = await desk.start();
    const variant = { id: theirVariant, price: { amount: 1, currency: 'MAD' }, stock: 1, weightGrams: 1 };
    const attempts: Parameters<Workspace['request']>[] = [
      ['get', `/products/${theirs.id}`],
      ['patch', `/products/${theirs.id}`, { title: { fr: 'À moi' } }],
      ['delete', `/products/${theirs.id}`],
      ['post', `/products/${theirs.id}/submit`],
      ['put', `/products/${theirs.id}/stock`, { variantId: theirVariant, onHand: 0 }],
      ['put', `/products/${id}/stock`, { variantId: theirVariant, onHand: 0 }],
      ['patch', `/products/${id}`, { imageIds: theirs.draft.imageIds }],
      ['post', `/products`, { imageIds: theirs.draft.imageIds }],
      ['patch', `/products/${id}`, { variants: [variant] }],
    ];
    for (const attempt of attempts) expect([attempt, (await desk.request(...attempt)).status]).toEqual([attempt, 404]);
    for (const [method, path, body] of attempts.slice(0, 5)) {
      expect((await neighbour.request(method, path, body, desk.cookie)).status).toBe(404);
    }
    await desk.request('get', '/products', undefined, shop.app.signIn()).expect(403);
    expect(await neighbour.show(theirs.id)).toMatchObject({ status: 'online', stock: 12 });
  });

  it('F46: refuses fields that are not the seller’s to set', async () => {
    const { id } = await desk.start();
    for (const body of [{ status: 'online' }, { cooperativeId: newId() }, { slug: 'x' }, { labelIds: ['bio'] }]) {
      expect((await desk.request('patch', `/products/${id}`, body).expect(400)).body.code).toBe('unknown_property');
    }
  });
});
