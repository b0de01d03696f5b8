import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { ListingDraft, ModerationReason, listingFields } from '../catalog/workspace-products.js';
import { CooperativeChip } from '../cooperatives/cooperatives.js';
import { Cursor, Id, IdParams, Instant, LocaleQuery, LocalizedText, PageSize, Picture } from '../shared/values.js';

/** Signals are explained, never decisive: health claim, contact in text, price jump, look-alike letters, first listing. */
export const CaseSignal = z.strictObject({
  code: z.enum(['health-claim', 'contact-in-text', 'price-jump', 'look-alike-letters', 'first-listing', 'no-photo']),
  field: z.enum(listingFields).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const CaseRow = z
  .strictObject({
    id: Id,
    title: LocalizedText,
    cooperative: CooperativeChip,
    submittedAt: Instant,
    ageText: z.string(),
    version: z.int(),
    liveVersion: z.int().nullable(),
    signals: z.array(CaseSignal),
    claimedBy: z.string().nullable(),
  })
  .meta({ id: 'CaseRow' });
export const CaseSide = z.strictObject({ content: ListingDraft, pictures: z.array(Picture) });
export const CaseDetail = z
  .strictObject({
    ...CaseRow.shape,
    status: z.enum(['open', 'decided', 'superseded']),
    live: CaseSide.nullable(),
    proposed: CaseSide,
    changes: z.array(
      z.strictObject({
        field: z.enum(listingFields),
        locale: z.enum(['fr', 'ar', 'zgh', 'en']).nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    sellerHistory: z.strictObject({ productCount: z.int(), refusalCount: z.int(), memberSinceText: z.string() }),
    sellerLocale: z.enum(['fr', 'ar', 'zgh', 'en']),
    decisions: z.array(
      z.strictObject({
        at: Instant,
        atText: z.string(),
        by: z.string(),
        kind: z.string(),
        reasons: z.array(ModerationReason),
        message: z.string().nullable(),
        version: z.int(),
      }),
    ),
  })
  .meta({ id: 'CaseDetail' });
export type CaseDetail = z.infer<typeof CaseDetail>;
export const ListCases = endpoint({
  id: 'moderation/cases',
  method: 'GET',
  path: '/moderation/cases',
  access: 'moderation:decide',
  summary: 'Open cases, oldest first.',
  query: z.strictObject({
    ...LocaleQuery,
    cursor: Cursor.optional(),
    limit: PageSize.optional(),
    signal: z.string().max(40).optional(),
  }),
  response: z.strictObject({
    items: z.array(CaseRow),
    nextCursor: z.string().nullable(),
    openCount: z.int(),
    decidedToday: z.int(),
  }),
});
export const ShowCase = endpoint({
  id: 'moderation/case',
  method: 'GET',
  path: '/moderation/cases/:id',
  access: 'moderation:decide',
  summary: 'A case: live and proposed version, changes, signals, history.',
  params: IdParams,
  query: z.strictObject(LocaleQuery),
  response: CaseDetail,
});
export const ClaimCase = endpoint({
  id: 'moderation/claim',
  method: 'POST',
  path: '/moderation/cases/:id/claim',
  access: 'moderation:decide',
  summary: 'Take the case for 15 minutes. 409 `moderation/claimed-by-other`.',
  params: IdParams,
  query: z.strictObject(LocaleQuery),
  response: CaseDetail,
});
export const DecideCase = endpoint({
  id: 'moderation/decide',
  method: 'POST',
  path: '/moderation/cases/:id/decision',
  access: 'moderation:decide',
  isIdempotent: true,
  summary:
    'Approve, request a change or reject. All but approval need a reason and a field; "other" needs a message. 409 `moderation/already-decided` names who and when.',
  params: IdParams,
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({
    kind: z.enum(['approve', 'request-change', 'reject']),
    version: z.int(),
    reasons: z.array(ModerationReason).max(10).optional(),
    field: z.enum(listingFields).optional(),
    message: z.string().trim().max(2000).optional(),
  }),
  response: CaseDetail,
});
