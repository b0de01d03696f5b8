import type { CaseDetail, ListingDraft } from '@tiwizi/contracts';
import { formatMoney, formatNumber, locales, type Locale } from '@tiwizi/i18n';

export type Change = CaseDetail['changes'][number];

type Attributes = NonNullable<ListingDraft['attributes']>;
type Variant = NonNullable<ListingDraft['variants']>[number];

interface Reader {
  locale: Locale;
  /** A category's name in the reader's language. */
  categoryName(id: string): string;
}

/** What differs, field by field and language by language; with nothing live, everything is new. */
export function changesBetween(live: ListingDraft | null, proposed: ListingDraft, reader: Reader): Change[] {
  const category = (draft: ListingDraft | null) => (draft?.categoryId ? reader.categoryName(draft.categoryId) : null);
  const photos = (draft: ListingDraft | null) => draft?.imageIds?.join() ?? '';
  const count = (draft: ListingDraft | null) =>
    draft ? formatNumber(draft.imageIds?.length ?? 0, reader.locale) : null;
  return [
    ...textChanges('title', live, proposed),
    ...textChanges('description', live, proposed),
    ...attributeChanges(live?.attributes ?? {}, proposed.attributes ?? {}),
    ...changed('category', null, category(live), category(proposed)),
    ...variantChanges('price', live, proposed, ({ price }) => formatMoney(price, reader.locale)),
    ...variantChanges('quantity', live, proposed, ({ stock }) => formatNumber(stock, reader.locale)),
    ...(photos(live) === photos(proposed)
      ? []
      : [{ field: 'photos' as const, locale: null, before: count(live), after: count(proposed) }]),
  ];
}

function textChanges(field: 'title' | 'description', live: ListingDraft | null, proposed: ListingDraft): Change[] {
  return locales.flatMap((locale) => changed(field, locale, live?.[field]?.[locale], proposed[field]?.[locale]));
}

function attributeChanges(live: Attributes, proposed: Attributes): Change[] {
  const keys = [...new Set([...Object.keys(live), ...Object.keys(proposed)])].sort();
  const said = (attributes: Attributes, key: string) => {
    const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    return value === undefined ? null : `${key}: ${[value].flat().join(', ')}`;
  };
  return keys.flatMap((key) => changed('description', null, said(live, key), said(proposed, key)));
}

/**
 * Variants are the same by id; where there are several, each is named by its measure. What is left of a variant on sale
 * is counted apart and at once, and sales lower it: a quantity is told of variants that come or go.
 */
function variantChanges(
  field: 'price' | 'quantity',
  live: ListingDraft | null,
  proposed: ListingDraft,
  value: (variant: Variant) => string,
): Change[] {
  const [before, after] = [live?.variants ?? [], proposed.variants ?? []];
  const isNamed = before.length > 1 || after.length > 1;
  const said = (variant: Variant | undefined) =>
    variant ? [isNamed ? variant.measure : undefined, value(variant)].filter(Boolean).join(' · ') : null;
  const former = (variant: Variant) => before.find(({ id }) => id !== undefined && id === variant.id);
  const gone = before.filter(({ id }) => !after.some((variant) => variant.id === id));
  return [
    ...after
      .filter((variant) => field === 'price' || !former(variant))
      .flatMap((variant) => changed(field, null, said(former(variant)), said(variant))),
    ...gone.flatMap((variant) => changed(field, null, said(variant), null)),
  ];
}

function changed(
  field: Change['field'],
  locale: Change['locale'],
  before: string | null | undefined,
  after: string | null | undefined,
): Change[] {
  const [was, is] = [before || null, after || null];
  return was === is ? [] : [{ field, locale, before: was, after: is }];
}
