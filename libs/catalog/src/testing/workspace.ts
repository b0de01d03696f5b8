import { CaseDecidedV1, Listing, type ListingDraft, type PayloadOf } from '@tiwizi/contracts';
import type { RegistryRow } from '@tiwizi/cooperatives';
import { Outbox } from '@tiwizi/events';
import { newId } from '@tiwizi/persistence';
import { eventually } from '@tiwizi/testing';
import sharp from 'sharp';
import type { Shop } from './shop.js';

let shade = 0;

/** A member of a cooperative at her desk, speaking HTTP, and the moderator at the other end. */
export class Workspace {
  readonly cookie: string;
  readonly accountId = newId();

  constructor(
    private readonly shop: Shop,
    readonly cooperative: RegistryRow,
  ) {
    const { id, slug } = cooperative;
    this.cookie = shop.app.signIn({ accountId: this.accountId, cooperatives: [{ id, slug }] });
  }

  request(method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string, body?: object, cookie = this.cookie) {
    const request = this.shop.app.http[method](`/api/v1/workspace/${this.cooperative.id}${path}`)
      .set('Origin', this.shop.app.settings.publicUrl)
      .set('Cookie', cookie);
    return body ? request.send(body) : request;
  }

  async start(draft: ListingDraft = {}): Promise<Listing> {
    return Listing.parse((await this.request('post', '/products', draft).expect(201)).body);
  }

  async edit(id: string, changes: ListingDraft & { revision?: number }): Promise<Listing> {
    return Listing.parse((await this.request('patch', `/products/${id}`, changes).expect(200)).body);
  }

  async show(id: string): Promise<Listing> {
    return Listing.parse((await this.request('get', `/products/${id}`).expect(200)).body);
  }

  async submit(id: string): Promise<Listing> {
    return Listing.parse((await this.request('post', `/products/${id}/submit`).expect(200)).body);
  }

  async photograph(): Promise<string> {
    shade = (shade + 1) % 250;
    const background = { r: shade, g: Math.floor(Math.random() * 250), b: Math.floor(Math.random() * 250) };
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const { body } = await this.request('post', '/images').attach('file', bytes, 'photo.jpg').expect(201);
    return body.id;
  }

  async complete(): Promise<ListingDraft> {
    return {
      title: { fr: 'Huile d’olive', ar: 'زيت الزيتون' },
      description: { fr: 'Pressée à froid.' },
      categoryId: 'olive-oil',
      variants: [{ measure: '1 L', price: { amount: 9000, currency: 'MAD' }, stock: 12, weightGrams: 1100 }],
      imageIds: [await this.photograph()],
    };
  }

  /** What the moderators say about the newest papers of this listing. */
  async decide(id: string, decision: Partial<PayloadOf<typeof CaseDecidedV1>> = {}): Promise<void> {
    const { database, app } = this.shop;
    const [changeSet] = await database.query<{ id: string; version: number }>(
      'select id, version from catalog.change_set where product_id = $1 order by version desc limit 1',
      [id],
    );
    if (!changeSet) throw new Error('nothing was submitted');
    await database.transaction((tx) =>
      app.get(Outbox).publish(tx, CaseDecidedV1, {
        caseId: newId(),
        changeSetId: changeSet.id,
        productId: id,
        cooperativeId: this.cooperative.id,
        version: changeSet.version,
        kind: 'approve',
        reasons: [],
        field: null,
        message: null,
        title: 'Huile d’olive',
        sellerLocale: 'fr',
        decidedBy: newId(),
        isLive: false,
        ...decision,
      }),
    );
  }

  /** From a first draft to the shop. */
  async publish(changes: ListingDraft = {}): Promise<Listing> {
    const { id } = await this.start({ ...(await this.complete()), ...changes });
    await this.submit(id);
    await this.decide(id);
    return eventually(async () => {
      const listing = await this.show(id);
      expect(listing).toMatchObject({ isLive: true, status: 'online' });
      return listing;
    });
  }
}
