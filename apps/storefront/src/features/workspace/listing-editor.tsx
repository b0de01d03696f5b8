import type { LocalizedText } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Icon, SectionTitle } from '@tiwizi/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import { KeptOnPhone } from '../frame/kept-on-phone.js';
import { useIsSending } from '../../desk/pending.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CategoryChoice, type CategoryFamily } from './category-choice.js';
import { ConflictNote } from './conflict-note.js';
import { textValues } from './listing-values.js';
import type { ListingView } from './listing.js';
import { PhotoManager } from './photo-manager.js';
import { VariantFields } from './price-fields.js';
import { LanguageTabs } from './text-fields.js';
import { variantValues } from './variant-values.js';

/** Every part of a listing on one page. All buttons send the whole form: whatever was typed is saved with any of them. */
export function ListingEditor({
  listing,
  families,
  sizes,
  refusal,
  conflict,
  typed,
  page,
}: {
  listing: ListingView;
  families: readonly CategoryFamily[];
  sizes: number;
  refusal: Refusal | undefined;
  conflict: ListingView | undefined;
  typed: Record<string, string> | undefined;
  page: Locale;
}) {
  const { say } = useTexts('workspace');
  const errorIn = (field: string) => errorOf(refusal, field);
  const isSaving = useIsSending('save');
  const isSubmitting = useIsSending('submit');
  const kept = typed && Object.keys(typed).length ? typed : undefined;
  return (
    <Form method="post" encType="multipart/form-data" className="editor" preventScrollReset noValidate>
      <input type="hidden" name="revision" value={(conflict ?? listing).revision} />
      <button className="visually-hidden" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
      <KeptOnPhone name={`produit/${listing.id}`} isRefused={Boolean(refusal ?? conflict)} />
      {conflict && kept ? <ConflictNote theirs={conflict} typed={kept} /> : null}
      <section className="panel stack">
        <SectionTitle>{say('part.photos')}</SectionTitle>
        <PhotoManager images={listing.images} error={errorIn('photos')} />
      </section>
      <section className="panel stack">
        <SectionTitle>{say('editor.words')}</SectionTitle>
        <LanguageTabs
          values={textValues(listing, kept)}
          first={firstLocale(refusal) ?? listing.draft.sourceLocale ?? page}
          errorOf={errorIn}
        />
      </section>
      <section className="panel stack">
        <SectionTitle>{say('part.category')}</SectionTitle>
        <CategoryChoice
          families={families}
          chosen={kept?.['categoryId'] ?? listing.draft.categoryId}
          error={errorIn('category')}
        />
      </section>
      <section className="panel stack">
        <SectionTitle>{say('editor.priceAndStock')}</SectionTitle>
        <Sizes listing={listing} typed={kept} sizes={sizes} errorOf={errorIn} />
      </section>
      <div className="act-bar">
        <button className="button button-line" name="intent" value="save" aria-busy={isSaving || undefined}>
          {say('editor.save')}
        </button>
        <button className="button button-main" name="intent" value="submit" aria-busy={isSubmitting || undefined}>
          {say('editor.submit')}
          <Icon name="arrow" />
        </button>
      </div>
    </Form>
  );
}

function Sizes({
  listing,
  typed,
  sizes,
  errorOf,
}: {
  listing: ListingView;
  typed: Record<string, string> | undefined;
  sizes: number;
  errorOf: (field: string) => LocalizedText | undefined;
}) {
  const { say } = useTexts('workspace');
  const [added, setAdded] = useState(0);
  const rows = variantValues(listing, typed, Math.max(sizes, (listing.draft.variants?.length ?? 1) + added));
  return (
    <>
      {rows.map((values, row) => (
        <fieldset key={values.id || row} className="size">
          {rows.length > 1 ? <legend>{say('editor.size', { number: row + 1 })}</legend> : null}
          <VariantFields row={row} values={values} rates={listing.rates} errorOf={errorOf} />
        </fieldset>
      ))}
      <button
        className="button button-quiet"
        name="intent"
        value="add-size"
        onClick={(event) => {
          event.preventDefault();
          setAdded(added + 1);
        }}
      >
        {say('editor.addSize')}
      </button>
    </>
  );
}

/** An error in a hidden language opens that language. */
function firstLocale(refusal: Refusal | undefined): Locale | undefined {
  const field = Object.keys(refusal?.fields ?? {}).find((each) => /^(title|description)-/.test(each));
  return field?.split('-')[1] as Locale | undefined;
}
