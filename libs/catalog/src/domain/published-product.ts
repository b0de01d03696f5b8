import type { ListingDraft, VariantAxis } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { categoryOf } from './categories.js';
import { axisOf, netContentOf, type NetContent } from './measure.js';

type Texts = Partial<Record<Locale, string>>;
export type Attributes = NonNullable<ListingDraft['attributes']>;
export type ProductKind = 'stock' | 'unique' | 'made-to-order' | 'service';

export interface PublishedVariant {
  id: string;
  /** Unique among what the cooperative offers. */
  sku: string;
  /** Left out: read from the measure. */
  axis?: VariantAxis;
  measure?: string;
  price: { amount: number; currency: 'MAD' };
  /** On hand when the variant is first published; later publications leave stock alone. */
  stock: number;
  weightGrams: number;
}

/** Accepted content, ready to be shown: what a moderator approved, or what an import brings along. */
export interface PublishedProduct {
  id: string;
  cooperativeId: string;
  slug: string;
  /** Imports begin at 1; a version that is not newer than the shown one changes nothing. */
  version?: number;
  categoryId: string;
  title: Texts;
  description: Texts;
  sourceLocale?: Locale;
  attributes?: Attributes;
  labelIds?: string[];
  leadTimeDays?: number;
  imageIds?: string[];
  publishedAt: Date;
  changeSetId?: string;
  variants: PublishedVariant[];
}

/** A row as the statement of a publication takes it. */
export interface PublicationRow {
  id: string;
  cooperativeId: string;
  slug: string;
  version: number;
  categoryId: string;
  kind: ProductKind;
  leadTimeDays: number;
  title: Texts;
  description: Texts;
  attributes: Attributes;
  labelIds: string[];
  imageIds: string[];
  minPriceAmount: number;
  currency: string;
  measure: string | null;
  publishedAt: string;
  changeSetId: string | null;
  content: ListingDraft;
  variants: (Omit<PublishedVariant, 'price' | 'measure' | 'axis'> & {
    axis: VariantAxis;
    measure: string | null;
    position: number;
    priceAmount: number;
    net: NetContent | null;
  })[];
}

export function publicationRow(product: PublishedProduct): PublicationRow {
  const { leadTimeDays = 2, attributes = {}, variants } = product;
  const cheapest = variants.reduce((best, variant) => (variant.price.amount < best.price.amount ? variant : best));
  return {
    id: product.id,
    cooperativeId: product.cooperativeId,
    slug: product.slug,
    version: product.version ?? 1,
    categoryId: product.categoryId,
    kind: kindOf(product.categoryId, attributes, leadTimeDays),
    leadTimeDays,
    title: product.title,
    description: product.description,
    attributes,
    labelIds: product.labelIds ?? [],
    imageIds: product.imageIds ?? [],
    minPriceAmount: cheapest.price.amount,
    currency: cheapest.price.currency,
    measure: cheapest.measure ?? null,
    publishedAt: product.publishedAt.toISOString(),
    changeSetId: product.changeSetId ?? null,
    content: contentOf(product),
    variants: variants.map((variant, position) => {
      const axis = variant.axis ?? axisOf(variant.measure);
      return {
        id: variant.id,
        sku: variant.sku,
        axis,
        measure: variant.measure ?? null,
        position,
        priceAmount: variant.price.amount,
        stock: variant.stock,
        weightGrams: variant.weightGrams,
        net: netContentOf(axis, variant.measure),
      };
    }),
  };
}

/** What lies ready leaves within a week; what takes longer is made when it is ordered. */
const longestForReadyGoods = 7;

/** A workshop or a night's stay travels nowhere: one goes there. */
function kindOf(categoryId: string, attributes: Attributes, leadTimeDays: number): ProductKind {
  if (categoryOf(categoryId)?.ancestorIds.includes('services')) return 'service';
  if (attributes['unique_piece'] === true) return 'unique';
  return leadTimeDays > longestForReadyGoods ? 'made-to-order' : 'stock';
}

/** The same content in the words of a draft, from which the next change starts. */
function contentOf(product: PublishedProduct): ListingDraft {
  const { title, description, sourceLocale, categoryId, attributes, leadTimeDays, imageIds, variants } = product;
  return {
    title,
    description,
    ...(sourceLocale && { sourceLocale }),
    categoryId,
    ...(attributes && { attributes }),
    ...(leadTimeDays !== undefined && { leadTimeDays }),
    variants: variants.map(({ id, sku, measure, price, stock, weightGrams }) => ({
      id,
      sku,
      ...(measure !== undefined && { measure }),
      price,
      stock,
      weightGrams,
    })),
    imageIds: imageIds ?? [],
  };
}
