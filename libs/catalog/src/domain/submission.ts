import type { ListingDraft } from '@tiwizi/contracts';
import type { FieldError } from '@tiwizi/errors';
import { locales } from '@tiwizi/i18n';

/**
 * What a moderator must be able to see before she can decide, field by field. What has been on show without a
 * photograph may go on without one: its price must not wait for a camera.
 */
export function missingFields(draft: ListingDraft, usableImages: number, live: ListingDraft | null): FieldError[] {
  const missing: FieldError[] = [];
  const isShownWithout = live !== null && !live.imageIds?.length;
  if (!usableImages && !isShownWithout) missing.push({ path: 'imageIds', code: 'catalog/photo-required' });
  if (!sourceLocaleOf(draft)) missing.push({ path: 'title', code: 'catalog/title-required' });
  if (!draft.categoryId) missing.push({ path: 'categoryId', code: 'validation/required' });
  if (!draft.variants?.length) missing.push({ path: 'variants', code: 'catalog/price-required' });
  return missing;
}

/** The language a listing was written in: the one named, else the first that has a title. */
export const sourceLocaleOf = ({ title, sourceLocale }: ListingDraft) =>
  sourceLocale && title?.[sourceLocale] ? sourceLocale : locales.find((locale) => title?.[locale]);

/** The draft as it is handed in: complete, and never changed afterwards. */
export function contentOf(draft: ListingDraft): ListingDraft {
  const sourceLocale = sourceLocaleOf(draft);
  return {
    ...draft,
    ...(sourceLocale && { sourceLocale }),
    variants: (draft.variants ?? []).map((variant) => ({ ...variant, sku: variant.sku ?? ownSku(variant.id ?? '') })),
  };
}

/** A reference for whoever keeps none: the end of the id is random. */
const ownSku = (variantId: string): string => `TZ-${variantId.slice(-10).toUpperCase()}`;

/** Stock is counted, not moderated: content that differs in nothing else is the same. */
export const isSameContent = (left: ListingDraft, right: ListingDraft): boolean => signature(left) === signature(right);

function signature({ variants, attributes, imageIds, leadTimeDays, ...content }: ListingDraft): string {
  return JSON.stringify(
    sorted({
      ...content,
      attributes: attributes ?? {},
      imageIds: imageIds ?? [],
      leadTimeDays: leadTimeDays ?? null,
      variants: (variants ?? []).map((variant) => ({ ...variant, stock: 0 })),
    }),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
