import { z } from 'zod';

export const Id = z.uuid();
export const LocaleCode = z.enum(['fr', 'ar', 'zgh', 'en']).meta({ id: 'Locale' });
export type LocaleCode = z.infer<typeof LocaleCode>;

/** A text with the language it is really in: it may be a fallback, and the page must mark it so. */
export const LocalizedText = z.strictObject({ locale: LocaleCode, text: z.string() }).meta({ id: 'LocalizedText' });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** One text per language; absent languages fall back. */
export const Translations = z
  .strictObject({
    fr: z.string().max(10_000).optional(),
    ar: z.string().max(10_000).optional(),
    zgh: z.string().max(10_000).optional(),
    en: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Translations' });
export type Translations = z.infer<typeof Translations>;

/** Whole minor units (centimes) with an ISO 4217 code: 12.50 MAD is { amount: 1250, currency: "MAD" }. */
export const Currency = z.enum(['MAD', 'EUR', 'USD', 'GBP']);
export const Money = z.strictObject({ amount: z.int(), currency: Currency }).meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;

export const Instant = z.iso.datetime({ offset: true });

/** `url` is the largest rendition; `srcset` is null for a generated (SVG) picture, which is decorative. */
export const Picture = z
  .strictObject({
    url: z.string(),
    srcset: z.string().nullable(),
    width: z.int(),
    height: z.int(),
    isGenerated: z.boolean(),
    alt: z.string().nullable(),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof Picture>;

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);
export const IdOrSlug = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9-]+$/);
export const Cursor = z.string().max(500);
export const PageSize = z.coerce.number().int().min(1).max(100);
export const Quantity = z.int().min(1).max(999);
/** As people type it; the server normalizes to E.164 (`+2126…`). */
export const PhoneInput = z.string().min(1).max(30);
export const NoContent = z.strictObject({}).meta({ id: 'NoContent' });
export const LocaleQuery = { locale: LocaleCode.optional() };
export const IdParams = z.strictObject({ id: Id });

/** A field error inside a problem: `path` is the field's name as sent, `code` has a sentence in every language. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    params: z.record(z.string(), z.unknown()),
    requestId: z.string(),
    retryable: z.boolean(),
    errors: z
      .array(
        z.object({
          path: z.string(),
          code: z.string(),
          detail: z.string(),
          params: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
