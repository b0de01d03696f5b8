import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Listing, ListingDraft } from '@tiwizi/contracts';
import { categoryPicture } from '@tiwizi/pictures';
import sharp from 'sharp';
import { arganCooperative, demoPassword, demoPeople, weaversCooperative } from './accounts.js';
import { cooperativeId } from './registry-rows.js';

interface WaitingListing {
  by: { email: string };
  cooperative: string;
  draft: Omit<ListingDraft, 'imageIds'> & { categoryId: string };
}

const variant = (measure: string, amount: number, stock: number, weightGrams: number) => ({
  measure,
  price: { amount, currency: 'MAD' as const },
  stock,
  weightGrams,
});

const listings: readonly WaitingListing[] = [
  {
    by: demoPeople.president,
    cooperative: arganCooperative,
    draft: {
      categoryId: 'honey',
      title: { fr: 'Miel d’euphorbe de Taliouine', ar: 'عسل الدغموس من تاليوين' },
      description: { fr: 'Récolté en septembre 2026. Guérit la toux en trois jours.' },
      attributes: { origin_commune: 'Taliouine', harvest_year: 2026, botanical_source: 'Euphorbia' },
      variants: [variant('250 g', 9_500, 24, 380), variant('500 g', 18_000, 12, 690)],
    },
  },
  {
    by: demoPeople.president,
    cooperative: arganCooperative,
    draft: {
      categoryId: 'amlou',
      title: { fr: 'Amlou aux amandes et à l’argan' },
      description: { fr: 'Amandes grillées, huile d’argan et miel, écrasés à la meule de pierre.' },
      attributes: { origin_commune: 'Taliouine', allergens: ['nuts'] },
      variants: [variant('300 g', 8_900, 30, 470)],
    },
  },
  {
    by: demoPeople.secondPresident,
    cooperative: weaversCooperative,
    draft: {
      categoryId: 'blankets',
      title: { ar: 'حنبل صوف من أفورار', fr: 'Hanbel en laine d’Afourer' },
      description: { ar: 'منسوج يدويا بصوف الغنم، بألوان طبيعية.' },
      attributes: { material: 'Wool', dye: 'natural', origin_commune: 'Afourer' },
      variants: [variant('140x200 cm', 65_000, 3, 3_200)],
    },
  },
];

/** Listings as presidents hand them in: through the API, with a picture, so that they reach the moderators' desk. */
export async function submitWaitingListings(app: NestFastifyApplication): Promise<number> {
  for (const { by, cooperative, draft } of listings) {
    const seller = await SellerSession.open(app, by.email);
    await seller.submit(cooperativeId(cooperative), draft);
  }
  return listings.length;
}

class SellerSession {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
  ) {}

  static async open(app: NestFastifyApplication, identifier: string): Promise<SellerSession> {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { identifier, password: demoPassword },
    });
    if (response.statusCode !== 200) throw new Error(`${identifier} cannot sign in: ${response.body}`);
    return new SellerSession(app, response.cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  }

  async submit(coopId: string, draft: WaitingListing['draft']): Promise<void> {
    const workspace = `/api/v1/workspace/${coopId}`;
    const image = await this.upload(`${workspace}/images`, draft);
    const listing = await this.post<Listing>(`${workspace}/products`, { ...draft, imageIds: [image.id] });
    await this.post(`${workspace}/products/${listing.id}/submit`);
  }

  /** A drawing stands in for the photograph, as a bitmap like any other. */
  private async upload(url: string, { categoryId, title }: WaitingListing['draft']): Promise<{ id: string }> {
    const drawing = categoryPicture(categoryId, title?.fr ?? categoryId, { width: 1200, height: 900 });
    const form = new FormData();
    const bytes = new Uint8Array(await sharp(Buffer.from(drawing)).jpeg().toBuffer());
    form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg');
    const request = new Request('http://demo.invalid', { method: 'POST', body: form });
    const payload = Buffer.from(await request.arrayBuffer());
    return this.send(url, payload, { 'content-type': request.headers.get('content-type') ?? '' });
  }

  private post<Answer>(url: string, body: object = {}): Promise<Answer> {
    return this.send<Answer>(url, Buffer.from(JSON.stringify(body)), { 'content-type': 'application/json' });
  }

  private async send<Answer>(url: string, payload: Buffer, headers: Record<string, string>): Promise<Answer> {
    const response = await this.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers, cookie: this.cookie },
    });
    if (response.statusCode >= 300) throw new Error(`${url} answered ${response.statusCode}: ${response.body}`);
    return response.json<Answer>();
  }
}
