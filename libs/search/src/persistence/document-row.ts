import { amazighLight, arabicLight, latinLight } from '@tiwizi/text';
import type { CopyValue } from '@tiwizi/persistence';
import type { ProductDocument } from '../engine/product-document.js';
import type { Texts } from '../engine/texts.js';

/** Columns of a row and their types, in the order they are copied. */
export const rowColumns = [
  ['product_id', 'uuid'],
  ['title', 'text'],
  ['words', 'tsvector'],
  ['keys', 'text[]'],
  ['things', 'text[]'],
  ['heads', 'text[]'],
  ['category_ids', 'text[]'],
  ['region_id', 'text'],
  ['province_id', 'text'],
  ['is_women_led', 'boolean'],
  ['ships_to', 'text[]'],
  ['cooperative_slug', 'text'],
  ['label_ids', 'text[]'],
  ['availability', 'text'],
  ['price_amount', 'bigint'],
  ['published_at', 'timestamptz'],
  ['card', 'jsonb'],
  ['rank', 'jsonb'],
  ['bucket', 'text'],
  ['checksum', 'text'],
] as const;

type Name = (typeof rowColumns)[number][0];
type Kept = CopyValue | ProductDocument['card'] | ProductDocument['rank'];

/** A document as PostgreSQL keeps it: the normal forms it answers from itself, and what an answer shows. */
export type DocumentRow = Readonly<Record<Name, Kept>> & { readonly product_id: string };

/** The values of a row in the order of the columns. */
export const copyValues = (row: DocumentRow): CopyValue[] =>
  rowColumns.map(([name]) => {
    const value = row[name];
    return value !== null && typeof value === 'object' && !isList(value) ? JSON.stringify(value) : value;
  });

const isList = (value: object): value is readonly string[] => Array.isArray(value);

export function documentRow(document: ProductDocument): DocumentRow {
  const title = lightForms(document.title);
  return {
    product_id: document.id,
    title,
    words: distinctWords(`${title}${lightForms(document.cooperative)}${lightForms(document.description)}`),
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
    card: document.card,
    rank: document.rank,
    bucket: document.bucket,
    checksum: document.checksum,
  };
}

/** Every word after a space, so that the beginning of a word is found by ` word`. */
function lightForms({ fr = '', ar = '', zgh = '', en = '' }: Texts): string {
  return ` ${[latinLight(fr), arabicLight(ar), amazighLight(zgh), latinLight(en)].filter(Boolean).join(' ')} `;
}

/** Longer ones are no words, and PostgreSQL would refuse the row for them. */
const longestWord = 60;

/** Words of letters and digits only need no quoting. */
const distinctWords = (forms: string): string =>
  [...new Set(forms.split(' '))].filter((word) => word && word.length <= longestWord).join(' ');
