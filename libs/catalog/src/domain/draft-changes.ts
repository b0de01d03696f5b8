import type { ListingDraft } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { InvalidInput } from '@tiwizi/errors';
import { ListingNotFound } from './listing-errors.js';

export type DraftVariant = NonNullable<ListingDraft['variants']>[number];
type Texts = NonNullable<ListingDraft['title']>;

/**
 * The draft after these changes. A field that was not sent stays; a language that was not sent stays too, and an
 * empty text removes it: nobody loses the Arabic text by correcting the French one.
 */
export function applyChanges(
  draft: ListingDraft,
  changes: ListingDraft,
  liveVariantIds: ReadonlySet<string>,
): ListingDraft {
  const { title, description, variants, ...others } = changes;
  return {
    ...draft,
    ...others,
    ...(title && { title: mergeTexts(draft.title, title) }),
    ...(description && { description: mergeTexts(draft.description, description) }),
    ...(variants && { variants: identified(variants, draft.variants ?? [], liveVariantIds) }),
  };
}

const mergeTexts = (before: Texts = {}, changes: Texts): Texts =>
  Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, text]) => text));

/**
 * A variant keeps its id for life, because its stock hangs on it. Whoever sends none means the variant of the same
 * measure, or the only one there is. An id of anybody else does not exist.
 */
function identified(
  given: readonly DraftVariant[],
  before: readonly DraftVariant[],
  liveVariantIds: ReadonlySet<string>,
): DraftVariant[] {
  const known = new Set([...before.flatMap(({ id }) => id ?? []), ...liveVariantIds]);
  const taken = new Set<string>();
  for (const [position, { id }] of given.entries()) {
    if (id === undefined) continue;
    if (!known.has(id)) throw new ListingNotFound(`variant ${id} is not one of this listing`);
    if (taken.has(id)) throw new InvalidInput([{ path: `variants.${position}.id`, code: 'validation/not-one-of' }]);
    taken.add(id);
  }
  return given.map(({ sku: typed, ...variant }) => {
    const same = variant.id === undefined ? sameVariant(variant, given, before, taken) : undefined;
    const id = variant.id ?? same?.id ?? newId();
    taken.add(id);
    const sku = typed ?? before.find((earlier) => earlier.id === id)?.sku;
    return { ...variant, id, ...(sku && { sku }) };
  });
}

function sameVariant(
  variant: DraftVariant,
  given: readonly DraftVariant[],
  before: readonly DraftVariant[],
  taken: ReadonlySet<string>,
): DraftVariant | undefined {
  const free = before.filter(({ id }) => id !== undefined && !taken.has(id));
  const isOnly = given.length === 1 && before.length === 1;
  return free.find(({ measure }) => measure === variant.measure) ?? (isOnly ? free[0] : undefined);
}
