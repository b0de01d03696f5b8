import type { CaseDetail, ListingDraft } from '@tiwizi/contracts';
import { CooperativesApi } from '@tiwizi/cooperatives';
import { Database, newId } from '@tiwizi/persistence';
import { eventually, idempotencyKey, startApp, type Person, type TestApp } from '@tiwizi/testing';
import sharp from 'sharp';
import { ModerationModule } from '../index.js';

let serial = 0;

export interface Seller {
  cooperativeId: string;
  cookie: string;
  photo: string;
}

/** A cooperative that writes listings and moderators who read them, over the API and the real worker. */
export class Desk {
  private constructor(readonly app: TestApp) {}

  static async open(): Promise<Desk> {
    return new Desk(await startApp({ modules: [ModerationModule], worker: true }));
  }

  get database(): Database {
    return this.app.get(Database);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  moderator(person: Person = {}): string {
    return this.app.signIn({ roles: ['buyer', 'moderator'], name: 'Salma', ...person });
  }

  async seller(): Promise<Seller> {
    serial += 1;
    const cooperativeId = newId();
    await this.database.transaction((tx) =>
      this.app.get(CooperativesApi).importRegistry(tx, [
        {
          id: cooperativeId,
          slug: `moderee-${serial}`,
          name: { fr: `Coopérative Modérée ${serial}`, ar: 'تعاونية' },
          place: { fr: 'Imouzzer', ar: 'إيموزار' },
          provinceId: 'MA-AGD',
          court: "Tribunal de première instance d'Agadir",
          localRegisterNumber: 9000 + serial,
          ice: null,
          rib: null,
          phone: '+212600000001',
          foundedYear: 2017,
          memberCount: 12,
          womenCount: 12,
          verification: 'verified',
          verificationLevel: 2,
          locale: 'fr',
        },
      ]),
    );
    const cookie = this.app.signIn({ cooperatives: [{ id: cooperativeId }], locale: 'ar' });
    return { cooperativeId, cookie, photo: await this.upload(cooperativeId, cookie) };
  }

  /** Starts a listing, or changes one, and sends it to the moderators; answers when its case is there. */
  async submit(seller: Seller, change: Partial<ListingDraft> = {}, listingId?: string): Promise<Submitted> {
    const products = `/api/v1/workspace/${seller.cooperativeId}/products`;
    const id = listingId ?? (await this.start(seller, products));
    const former = listingId ? await this.newestCase(listingId) : undefined;
    if (Object.keys(change).length) {
      await this.app.http.patch(`${products}/${id}`).set('Cookie', seller.cookie).send(change).expect(200);
    }
    await this.app.http.post(`${products}/${id}/submit`).set('Cookie', seller.cookie).send({}).expect(200);
    return eventually(() => this.newestCase(id, former?.version));
  }

  async show(caseId: string, cookie: string, locale = 'fr'): Promise<CaseDetail> {
    const path = `/api/v1/moderation/cases/${caseId}`;
    return (await this.app.http.get(path).query({ locale }).set('Cookie', cookie).expect(200)).body;
  }

  claim(caseId: string, cookie: string) {
    return this.app.http.post(`/api/v1/moderation/cases/${caseId}/claim`).set('Cookie', cookie).send({});
  }

  decide(caseId: string, cookie: string, body: object, key = idempotencyKey()) {
    const request = this.app.http.post(`/api/v1/moderation/cases/${caseId}/decision`);
    return request.set('Cookie', cookie).set('Idempotency-Key', key).send(body);
  }

  private async start(seller: Seller, products: string): Promise<string> {
    serial += 1;
    const draft: ListingDraft = {
      title: { fr: `Miel de thym ${serial}`, ar: 'عسل الزعتر' },
      description: { fr: 'Récolté à la main.' },
      sourceLocale: 'fr',
      categoryId: 'honey',
      attributes: { origin_commune: 'Imouzzer', harvest_year: 2026, allergens: ['pollen', 'wax'] },
      leadTimeDays: 2,
      variants: [{ measure: '250 g', price: { amount: 8900, currency: 'MAD' }, stock: 10, weightGrams: 400 }],
      imageIds: [seller.photo],
    };
    const { body } = await this.app.http.post(products).set('Cookie', seller.cookie).send(draft).expect(201);
    return body.id;
  }

  private async newestCase(productId: string, after = 0): Promise<Submitted> {
    const [newest] = await this.database.query<Submitted>(
      `select id, product_id as "productId", version, status from moderation.moderation_case
       where product_id = $1 and version > $2 order by version desc limit 1`,
      [productId, after],
    );
    if (!newest) throw new Error('no case is there yet');
    return newest;
  }

  private async upload(cooperativeId: string, cookie: string): Promise<string> {
    const pixels = { width: 640, height: 480, channels: 3 as const, background: '#c98a2b' };
    const photo = await sharp({ create: pixels }).jpeg().toBuffer();
    const { body } = await this.app.http
      .post(`/api/v1/workspace/${cooperativeId}/images`)
      .set('Cookie', cookie)
      .attach('file', photo, 'miel.jpg')
      .expect(201);
    return body.id;
  }
}

export interface Submitted {
  id: string;
  productId: string;
  version: number;
  status: string;
}
