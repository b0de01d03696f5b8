import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { CooperativeChip } from '../cooperatives/cooperatives.js';
import { Cursor, Id, IdOrSlug, LocaleQuery, LocalizedText, Money, PageSize, Picture } from '../shared/values.js';

export const Category = z
  .strictObject({
    id: z.string(),
    parentId: z.string().nullable(),
    name: LocalizedText,
    craft: z.string(),
    isLeaf: z.boolean(),
    productCount: z.int(),
    attributes: z.array(
      z.strictObject({
        key: z.string(),
        type: z.enum(['number', 'integer', 'text', 'list', 'enum', 'boolean']),
        unit: z.string().nullable(),
        values: z.array(z.string()),
      }),
    ),
    needsSanitaryAuthorisation: z.boolean(),
    picture: z.string(),
  })
  .meta({ id: 'Category' });
export type Category = z.infer<typeof Category>;
export const ListCategories = endpoint({
  id: 'catalog/categories',
  method: 'GET',
  path: '/categories',
  access: 'public',
  isRawJson: true,
  summary: 'The whole category tree (93 nodes), parents before children.',
  query: z.strictObject(LocaleQuery),
  response: z.strictObject({ categories: z.array(Category) }),
});

export const Availability = z.enum(['in-stock', 'low', 'sold-out']);
/** `price` is the lowest variant's; `measure` says of what ("250 g"); `stockLeft` only when low (4 or fewer). */
export const ProductCard = z
  .strictObject({
    id: Id,
    slug: z.string(),
    title: LocalizedText,
    picture: Picture,
    cooperative: CooperativeChip,
    price: Money,
    measure: z.string().nullable(),
    variantCount: z.int(),
    availability: Availability,
    stockLeft: z.int().nullable(),
    categoryId: z.string(),
    craft: z.string(),
    regionId: z.string(),
  })
  .meta({ id: 'ProductCard' });
export type ProductCard = z.infer<typeof ProductCard>;

export const ListProducts = endpoint({
  id: 'catalog/list',
  method: 'GET',
  path: '/products',
  access: 'public',
  isRawJson: true,
  summary: 'Products for sale, newest first, paged by key.',
  query: z.strictObject({
    ...LocaleQuery,
    category: z.string().max(60).optional(),
    cooperative: IdOrSlug.optional(),
    limit: PageSize.optional(),
    cursor: Cursor.optional(),
  }),
  response: z.strictObject({ items: z.array(ProductCard), nextCursor: z.string().nullable() }),
});

/** What a variant differs in. `choice` is anything a cooperative wrote that is no measure we know. */
export const variantAxes = ['weight', 'volume', 'size', 'colour', 'pieces', 'choice'] as const;
export type VariantAxis = (typeof variantAxes)[number];
export const Variant = z
  .strictObject({
    id: Id,
    sku: z.string(),
    options: z.array(z.strictObject({ axis: z.string(), value: z.string() })),
    price: Money,
    unitPrice: z.strictObject({ price: Money, per: z.enum(['kg', 'l']) }).nullable(),
    available: z.int(),
    weightGrams: z.int(),
  })
  .meta({ id: 'Variant' });
export const ProductDetail = z
  .strictObject({
    id: Id,
    slug: z.string(),
    version: z.int(),
    title: LocalizedText,
    description: LocalizedText,
    pictures: z.array(Picture),
    cooperative: CooperativeChip,
    cooperativeDetails: z.strictObject({
      memberCount: z.int().nullable(),
      womenCount: z.int().nullable(),
      foundedYear: z.int().nullable(),
      isWomenLed: z.boolean(),
      story: LocalizedText.nullable(),
    }),
    breadcrumb: z.array(z.strictObject({ id: z.string(), name: LocalizedText })),
    craft: z.string(),
    regionId: z.string(),
    region: LocalizedText,
    variants: z.array(Variant),
    availability: Availability,
    stockLeft: z.int().nullable(),
    kind: z.enum(['stock', 'unique', 'made-to-order', 'service']),
    leadTimeDays: z.int(),
    attributes: z.array(z.strictObject({ key: z.string(), value: z.string(), unit: z.string().nullable() })),
    labels: z.array(z.strictObject({ id: z.string(), name: LocalizedText, kind: z.string() })),
    translations: z.array(z.enum(['fr', 'ar', 'zgh', 'en'])),
  })
  .meta({ id: 'ProductDetail' });
export type ProductDetail = z.infer<typeof ProductDetail>;
export const ShowProduct = endpoint({
  id: 'catalog/show',
  method: 'GET',
  path: '/products/:idOrSlug',
  access: 'public',
  isRawJson: true,
  summary: 'One product as published. 404 `catalog/product-not-found`, 410 `catalog/product-withdrawn`.',
  params: z.strictObject({ idOrSlug: IdOrSlug }),
  query: z.strictObject(LocaleQuery),
  response: ProductDetail,
});
