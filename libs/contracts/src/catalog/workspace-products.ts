import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { Cursor, Id, Instant, Money, NoContent, PageSize, Picture, Translations } from '../shared/values.js';

/** What a cooperative sees of a listing. `live` says whether buyers see a version now; a change waits beside it. */
export const ListingStatus = z.enum(['draft', 'pending', 'online', 'to-correct', 'refused', 'hidden']);
export type ListingStatus = z.infer<typeof ListingStatus>;

export const moderationReasons = [
  'photo',
  'description',
  'price',
  'category',
  'health-claim',
  'counterfeit',
  'forbidden-product',
  'contact-in-text',
  'duplicate',
  'other',
] as const;
export const ModerationReason = z.enum(moderationReasons);
export const listingFields = ['title', 'description', 'category', 'price', 'quantity', 'photos'] as const;

export const DraftVariant = z.strictObject({
  id: Id.optional(),
  sku: z.string().max(60).optional(),
  measure: z.string().trim().max(40).optional(),
  price: z.strictObject({ amount: z.int().min(1).max(99_999_999), currency: z.literal('MAD') }),
  stock: z.int().min(0).max(1_000_000),
  weightGrams: z.int().min(1).max(200_000),
});
/** Every field may be missing in a draft; `submit` says what is still needed, field by field. */
export const ListingDraft = z.strictObject({
  title: Translations.optional(),
  description: Translations.optional(),
  sourceLocale: z.enum(['fr', 'ar', 'zgh', 'en']).optional(),
  categoryId: z.string().max(60).optional(),
  attributes: z
    .record(
      z.string().max(60),
      z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(100)).max(20)]),
    )
    .optional(),
  leadTimeDays: z.int().min(0).max(365).optional(),
  variants: z.array(DraftVariant).max(100).optional(),
  imageIds: z.array(Id).max(8).optional(),
});
export type ListingDraft = z.infer<typeof ListingDraft>;

export const ListingRow = z.strictObject({
  id: Id,
  slug: z.string().nullable(),
  title: z.string(),
  status: ListingStatus,
  isLive: z.boolean(),
  price: Money.nullable(),
  stock: z.int(),
  picture: Picture,
  updatedAt: Instant,
});
export const Listing = z
  .strictObject({
    ...ListingRow.shape,
    revision: z.int(),
    draft: ListingDraft,
    images: z.array(
      z.strictObject({ id: Id, status: z.enum(['processing', 'ready', 'refused']), picture: Picture.nullable() }),
    ),
    /** What the moderator asked, in the words to show: reasons, the field concerned, the message. */
    decision: z
      .strictObject({
        kind: z.enum(['approve', 'request-change', 'reject']),
        reasons: z.array(ModerationReason),
        field: z.enum(listingFields).nullable(),
        message: z.string().nullable(),
        at: Instant,
      })
      .nullable(),
    /** Commission on goods in basis points and VAT on it, for "you will receive": from the ledger's rates today. */
    rates: z.strictObject({ commissionBps: z.int(), vatOnCommissionBps: z.int() }),
  })
  .meta({ id: 'Listing' });
export type Listing = z.infer<typeof Listing>;

const coop = { coopId: Id };
const one = z.strictObject({ ...coop, id: Id });
export const ListListings = endpoint({
  id: 'catalog/listings',
  method: 'GET',
  path: '/workspace/:coopId/products',
  access: 'workspace:products',
  summary: "The cooperative's listings, last changed first.",
  params: z.strictObject(coop),
  query: z.strictObject({
    locale: z.enum(['fr', 'ar', 'zgh', 'en']).optional(),
    cursor: Cursor.optional(),
    limit: PageSize.optional(),
    status: ListingStatus.optional(),
  }),
  response: z.strictObject({ items: z.array(ListingRow), nextCursor: z.string().nullable() }),
});
export const CreateListing = endpoint({
  id: 'catalog/create-listing',
  method: 'POST',
  path: '/workspace/:coopId/products',
  access: 'workspace:products',
  status: 201,
  summary: 'Start a draft.',
  params: z.strictObject(coop),
  body: ListingDraft,
  response: Listing,
});
export const ShowListing = endpoint({
  id: 'catalog/listing',
  method: 'GET',
  path: '/workspace/:coopId/products/:id',
  access: 'workspace:products',
  summary: 'One listing with its draft.',
  params: one,
  response: Listing,
});
export const EditListing = endpoint({
  id: 'catalog/edit-listing',
  method: 'PATCH',
  path: '/workspace/:coopId/products/:id',
  access: 'workspace:products',
  summary: 'Save draft fields. `revision` (when sent) guards against overwriting: 409 `catalog/edited-elsewhere`.',
  params: one,
  body: z.strictObject({ ...ListingDraft.shape, revision: z.int().optional() }),
  response: Listing,
});
export const DeleteListing = endpoint({
  id: 'catalog/delete-listing',
  method: 'DELETE',
  path: '/workspace/:coopId/products/:id',
  access: 'workspace:products',
  summary: 'Withdraw a listing: drafts vanish, published products answer 410.',
  params: one,
  response: NoContent,
});
export const SubmitListing = endpoint({
  id: 'catalog/submit-listing',
  method: 'POST',
  path: '/workspace/:coopId/products/:id/submit',
  access: 'workspace:products',
  summary: "Send to moderation. 400 lists each missing field (`path` is the draft's field).",
  params: one,
  response: Listing,
});
export const SetStock = endpoint({
  id: 'catalog/set-stock',
  method: 'PUT',
  path: '/workspace/:coopId/products/:id/stock',
  access: 'workspace:products',
  summary: 'Set on-hand stock of a variant at once (no moderation).',
  params: one,
  body: z.strictObject({ variantId: Id, onHand: z.int().min(0).max(1_000_000) }),
  response: Listing,
});
export const UploadImage = endpoint({
  id: 'media/upload',
  method: 'POST',
  path: '/workspace/:coopId/images',
  access: 'workspace:products',
  status: 201,
  isMultipart: true,
  summary:
    'Upload one photo (field `file`, JPEG/PNG/WebP, at most 10 MB and 50 megapixels). Renditions are made by the worker.',
  params: z.strictObject(coop),
  response: z.strictObject({ id: Id, status: z.enum(['processing', 'ready', 'refused']) }),
});
