import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import {
  Cursor,
  Id,
  IdOrSlug,
  IdParams,
  Instant,
  LocaleQuery,
  LocalizedText,
  NoContent,
  PageSize,
  PhoneInput,
  Picture,
  Translations,
} from '../shared/values.js';

/** How a cooperative is named wherever its products stand. */
export const CooperativeChip = z
  .strictObject({
    id: Id,
    slug: z.string(),
    name: LocalizedText,
    place: LocalizedText,
    isVerified: z.boolean(),
    emblem: z.string(),
  })
  .meta({ id: 'CooperativeChip' });
export type CooperativeChip = z.infer<typeof CooperativeChip>;

export const CooperativeDetail = z
  .strictObject({
    ...CooperativeChip.shape,
    regionId: z.string(),
    region: LocalizedText,
    foundedYear: z.int().nullable(),
    memberCount: z.int().nullable(),
    womenCount: z.int().nullable(),
    isWomenLed: z.boolean(),
    activity: LocalizedText.nullable(),
    story: LocalizedText.nullable(),
    picture: Picture,
    labels: z.array(z.strictObject({ id: z.string(), name: LocalizedText, kind: z.string() })),
    productCount: z.int(),
  })
  .meta({ id: 'CooperativeDetail' });
export type CooperativeDetail = z.infer<typeof CooperativeDetail>;

export const ListCooperatives = endpoint({
  id: 'cooperatives/list',
  method: 'GET',
  isRawJson: true,
  path: '/cooperatives',
  access: 'public',
  summary: 'Verified cooperatives, by name.',
  query: z.strictObject({
    ...LocaleQuery,
    region: z.string().max(10).optional(),
    cursor: Cursor.optional(),
    limit: PageSize.optional(),
  }),
  response: z.strictObject({
    items: z.array(z.strictObject({ ...CooperativeChip.shape, productCount: z.int() })),
    nextCursor: z.string().nullable(),
  }),
});
export const ShowCooperative = endpoint({
  id: 'cooperatives/show',
  method: 'GET',
  isRawJson: true,
  path: '/cooperatives/:idOrSlug',
  access: 'public',
  summary: 'One cooperative as buyers see it.',
  params: z.strictObject({ idOrSlug: IdOrSlug }),
  query: z.strictObject(LocaleQuery),
  response: CooperativeDetail,
});
export const ListRegions = endpoint({
  id: 'cooperatives/regions',
  method: 'GET',
  isRawJson: true,
  path: '/regions',
  access: 'public',
  summary: 'The 12 regions with their provinces (chief towns serve as delivery cities).',
  query: z.strictObject(LocaleQuery),
  response: z.strictObject({
    regions: z.array(
      z.strictObject({
        id: z.string(),
        name: LocalizedText,
        provinces: z.array(z.strictObject({ id: z.string(), name: LocalizedText, chiefTown: LocalizedText })),
      }),
    ),
  }),
});

/** Numbers and papers of a cooperative's application. ICE: 15 digits, key mod 97. Court + local register number stand where companies put an RC. */
export const CooperativeApplication = z.strictObject({
  name: Translations,
  provinceId: z.string().max(10),
  commune: z.string().trim().min(1).max(120),
  court: z.string().trim().min(1).max(200),
  localRegisterNumber: z.int().min(1).max(999_999),
  ice: z.string().trim().max(20),
  rib: z.string().trim().max(34).optional(),
  phone: PhoneInput,
  memberCount: z.int().min(5).max(100_000),
  womenCount: z.int().min(0).max(100_000),
  story: Translations.optional(),
});
export const ApplyCooperative = endpoint({
  id: 'cooperatives/apply',
  method: 'POST',
  path: '/cooperatives',
  access: 'cooperatives:apply',
  status: 201,
  summary: 'A president applies for a shop; an admin verifies it.',
  body: CooperativeApplication,
  response: z.strictObject({ id: Id, slug: z.string() }),
});

export const VerificationState = z.enum(['documents-missing', 'submitted', 'verified', 'refused', 'suspended']);
export const CooperativeProfile = z
  .strictObject({
    id: Id,
    slug: z.string(),
    name: Translations,
    story: Translations,
    commune: z.string(),
    provinceId: z.string(),
    verification: VerificationState,
    verificationLevel: z.int().min(0).max(4),
    refusalReason: z.string().nullable(),
    ice: z.string().nullable(),
    ribMasked: z.string().nullable(),
    phone: z.string().nullable(),
    memberCount: z.int().nullable(),
    womenCount: z.int().nullable(),
  })
  .meta({ id: 'CooperativeProfile' });
export const ShowProfile = endpoint({
  id: 'cooperatives/profile',
  method: 'GET',
  path: '/workspace/:coopId/profile',
  access: 'workspace:profile',
  summary: 'Own cooperative, private fields included (RIB masked to 4 digits).',
  params: z.strictObject({ coopId: Id }),
  response: CooperativeProfile,
});
export const EditProfile = endpoint({
  id: 'cooperatives/edit-profile',
  method: 'PATCH',
  path: '/workspace/:coopId/profile',
  access: 'workspace:profile',
  summary: 'Change name, story or phone.',
  params: z.strictObject({ coopId: Id }),
  body: z.strictObject({
    story: Translations.optional(),
    phone: PhoneInput.optional(),
    memberCount: z.int().min(5).optional(),
    womenCount: z.int().min(0).optional(),
  }),
  response: CooperativeProfile,
});

export const CooperativeToVerify = z
  .strictObject({
    id: Id,
    slug: z.string(),
    name: LocalizedText,
    place: LocalizedText,
    court: z.string(),
    localRegisterNumber: z.int().nullable(),
    ice: z.string().nullable(),
    isIceValid: z.boolean(),
    ribMasked: z.string().nullable(),
    memberCount: z.int().nullable(),
    womenCount: z.int().nullable(),
    verification: VerificationState,
    appliedAt: Instant,
    presidentName: z.string().nullable(),
  })
  .meta({ id: 'CooperativeToVerify' });
export const ListCooperativesToVerify = endpoint({
  id: 'cooperatives/to-verify',
  method: 'GET',
  path: '/admin/cooperatives',
  access: 'cooperatives:verify',
  summary: 'Cooperatives by verification state, oldest application first.',
  query: z.strictObject({
    ...LocaleQuery,
    state: VerificationState.optional(),
    cursor: Cursor.optional(),
    limit: PageSize.optional(),
  }),
  response: z.strictObject({ items: z.array(CooperativeToVerify), nextCursor: z.string().nullable(), total: z.int() }),
});
export const DecideCooperative = endpoint({
  id: 'cooperatives/decide',
  method: 'POST',
  path: '/admin/cooperatives/:id/decision',
  access: 'cooperatives:verify',
  summary: 'Verify (may publish), refuse with a reason, or suspend.',
  params: IdParams,
  body: z.strictObject({
    decision: z.enum(['verify', 'refuse', 'suspend']),
    reason: z.string().trim().max(1000).optional(),
  }),
  response: NoContent,
});
