import type { LocalizedText } from '@tiwizi/contracts';
import type { CategoryFamily } from './category-choice.js';
import { CategoryChoice } from './category-choice.js';
import { textValues } from './listing-values.js';
import type { ListingView } from './listing.js';
import { PhotoManager } from './photo-manager.js';
import { VariantFields } from './price-fields.js';
import { ReviewListing } from './review-listing.js';
import type { ListingStep } from './steps.js';
import { StoryField, TitleField } from './text-fields.js';
import { useTexts } from '../../i18n/use-texts.js';
import { variantValues } from './variant-values.js';

/** The answer fields of one question. */
export function StepFields({
  step,
  listing,
  families,
  typed,
  errorOf,
}: {
  step: ListingStep;
  listing: ListingView | null;
  families: readonly CategoryFamily[];
  typed: Record<string, string> | undefined;
  errorOf: (field: string) => LocalizedText | undefined;
}) {
  const { locale, say } = useTexts('workspace');
  const text = textValues(listing, typed);
  const written = listing?.draft.sourceLocale ?? locale;
  if (step === 'photos') return <PhotoManager images={listing?.images ?? []} error={errorOf('photos')} />;
  if (step === 'nom') {
    return (
      <>
        <TitleField locale={written} value={text('title', written)} error={errorOf(`title-${written}`)} />
        <CategoryChoice
          families={families}
          chosen={typed?.['categoryId'] ?? listing?.draft.categoryId}
          error={errorOf('category')}
        />
      </>
    );
  }
  if (!listing) return null;
  if (step === 'prix') {
    const [values] = variantValues(listing, typed);
    return values ? <VariantFields row={0} values={values} rates={listing.rates} errorOf={errorOf} /> : null;
  }
  if (step === 'histoire') {
    return (
      <>
        <p className="muted">{say('step.storyHelp')}</p>
        <StoryField locale={written} value={text('description', written)} error={errorOf(`description-${written}`)} />
      </>
    );
  }
  return <ReviewListing listing={listing} families={families} errorOf={errorOf} />;
}
