import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';

/** So many products in one file: with their languages far below the 50,000 addresses and 50 MB a file may have. */
export const shardSize = 10_000;
const pageSize = 1_000;
const firstKey = '00000000-0000-0000-0000-000000000000';

/** The last key before every file, read from the index alone. */
const shardStarts: NamedStatement = {
  name: 'catalog/addresses/shards',
  text: `
    select id from (
      select id, row_number() over (order by id) as place from catalog.product where withdrawn_at is null
    ) product
    where place % $1::int = 0 order by id`,
};

const productsAfter: NamedStatement = {
  name: 'catalog/addresses/products',
  text: `
    select p.id, p.slug, p.title, p.description, p.pictures -> 0 ->> 'url' as picture, p.min_price_amount::text as "priceAmount",
           p.currency, p.category_id as "categoryId", c.name as cooperative, p.published_at as "publishedAt",
           exists (select from catalog.variant v join catalog.stock_level s on s.variant_id = v.id
                   where v.product_id = p.id and v.retired_at is null and s.on_hand > s.reserved) as "isAvailable"
    from catalog.product p
    join cooperatives.public_cooperative c on c.id = p.cooperative_id
    where p.withdrawn_at is null and c.may_sell and p.id > $1::uuid
    order by p.id limit $2`,
};

const cooperativesAfter: NamedStatement = {
  name: 'catalog/addresses/cooperatives',
  text: `
    select slug from cooperatives.public_cooperative
    where is_verified and slug > $1 order by slug limit $2`,
};

type Texts = Partial<Record<string, string>>;

export interface Offer {
  id: string;
  slug: string;
  title: Texts;
  description: Texts;
  picture: string;
  priceAmount: string;
  currency: string;
  categoryId: string;
  cooperative: Texts;
  publishedAt: Date;
  isAvailable: boolean;
}

/** What has an address in the shop, page after page by key: whoever writes it out holds one page. */
@Injectable()
export class ListAddresses {
  constructor(private readonly database: Database) {}

  /** The key after which each file of products begins. */
  async shards(): Promise<string[]> {
    const rows = await this.database.named<{ id: string }>(shardStarts, [shardSize]);
    return [firstKey, ...rows.map(({ id }) => id)];
  }

  async *products(after: string = firstKey, most: number = Infinity): AsyncGenerator<Offer[]> {
    for (let [key, left] = [after, most]; left > 0;) {
      const page = await this.database.named<Offer>(productsAfter, [key, Math.min(pageSize, left)]);
      if (page.length) yield page;
      key = page.at(-1)?.id ?? key;
      left -= page.length;
      if (page.length < pageSize) return;
    }
  }

  async *cooperatives(): AsyncGenerator<string[]> {
    for (let after = ''; ;) {
      const page = await this.database.named<{ slug: string }>(cooperativesAfter, [after, pageSize]);
      if (page.length) yield page.map(({ slug }) => slug);
      after = page.at(-1)?.slug ?? after;
      if (page.length < pageSize) return;
    }
  }
}
