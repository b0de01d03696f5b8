import { amazighLight, arabicLight, latinLight } from '@tiwizi/text';
import type { ProductDocument } from '../engine/product-document.js';
import type { Texts } from '../engine/texts.js';

/** A document as PostgreSQL keeps it: what the engine is given, and the normal forms it answers from itself. */
export interface DocumentRow {
  readonly product_id: string;
  readonly title: string;
  readonly body: string;
  readonly maker: string;
  readonly keys: readonly string[];
  readonly things: readonly string[];
  readonly heads: readonly string[];
  readonly category_ids: readonly string[];
  readonly region_id: string;
  readonly province_id: string;
  readonly is_women_led: boolean;
  readonly ships_to: readonly string[];
  readonly cooperative_slug: string;
  readonly label_ids: readonly string[];
  readonly availability: string;
  readonly price_amount: number;
  readonly published_at: string;
  readonly content: ProductDocument;
  readonly checksum: string;
}

export function documentRow(document: ProductDocument): DocumentRow {
  return {
    product_id: document.id,
    title: lightForms(document.title),
    body: lightForms(document.description),
    maker: lightForms(document.cooperative),
    keys: document.sh.key.split(' ').filter(Boolean),
    things: document.sh.things,
    heads: document.sh.heads,
    category_ids: document.categoryIds,
    region_id: document.regionId,
    province_id: document.provinceId,
    is_women_led: document.isWomenLed,
    ships_to: document.shipsTo,
    cooperative_slug: document.cooperativeSlug,
    label_ids: document.labelIds,
    availability: document.availability,
    price_amount: document.priceAmount,
    published_at: new Date(document.publishedAt * 1000).toISOString(),
    content: document,
    checksum: document.checksum,
  };
}

/** Every word after a space, so that the beginning of a word is found by ` word`. */
function lightForms({ fr = '', ar = '', zgh = '', en = '' }: Texts): string {
  return ` ${[latinLight(fr), arabicLight(ar), amazighLight(zgh), latinLight(en)].filter(Boolean).join(' ')} `;
}
