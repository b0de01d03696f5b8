import type { LocalizedText } from '@tiwizi/contracts';
import { directionOf, type Locale } from '@tiwizi/i18n';
import { Amount, FieldError, Icon, Localized, Measure, Note } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { CategoryFamily } from './category-choice.js';
import { textIn, type ListingView } from './listing.js';
import { missingFields, type MissingField } from './missing-fields.js';
import { WillReceive } from './price-fields.js';
import type { ListingStep } from './steps.js';
import { variantValues } from './variant-values.js';

const stepOf: Record<MissingField, ListingStep> = { photos: 'photos', title: 'nom', category: 'nom', price: 'prix' };

/** The last look before sending: everything given, a way back to each answer, and what is still missing. */
export function ReviewListing({
  listing,
  families,
  errorOf,
}: {
  listing: ListingView;
  families: readonly CategoryFamily[];
  errorOf: (field: string) => LocalizedText | undefined;
}) {
  const { say, t, locale } = useTexts('workspace');
  const path = usePath();
  const { draft } = listing;
  const written: Locale = draft.sourceLocale ?? locale;
  const kind = families.flatMap(({ kinds }) => kinds).find(({ id }) => id === draft.categoryId);
  const [variant] = draft.variants ?? [];
  const missing = missingFields(draft);
  const stepLink = (step: ListingStep) => path(`/vendeur/produits/nouveau/${step}?produit=${listing.id}`);
  const story = textIn(draft, 'description', written);
  return (
    <>
      {missing.length ? (
        <Note tone="warning" icon="alert">
          <p id="missing">{say('review.missing')}</p>
          <ul>
            {missing.map((field) => (
              <li key={field}>
                <Link to={stepLink(stepOf[field])}>{t(`missing.${field}`)}</Link>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <div className="review panel">
        <Part id="photos" name={say('part.photos')} to={stepLink('photos')} error={errorOf('photos')}>
          <ul className="review-photos">
            {listing.images.map(({ id, picture }) => (
              <li key={id} className="tile">
                {picture ? (
                  <img src={picture.url} srcSet={picture.srcset ?? undefined} sizes="6rem" alt="" />
                ) : (
                  <Icon name="clock" />
                )}
              </li>
            ))}
          </ul>
        </Part>
        <Part id={`title-${written}`} name={say('part.title')} to={stepLink('nom')} error={errorOf(`title-${written}`)}>
          <p lang={written} dir={directionOf(written)}>
            <b>{textIn(draft, 'title', written) || '—'}</b>
          </p>
        </Part>
        <Part id="category" name={say('part.category')} to={stepLink('nom')} error={errorOf('category')}>
          {kind ? <Localized value={kind.name} page={locale} /> : '—'}
        </Part>
        <Part id="price-0" name={say('editor.priceAndStock')} to={stepLink('prix')} error={errorOf('price-0')}>
          {variant ? (
            <>
              <p className="row">
                <b>
                  <Amount value={variant.price} locale={locale} />
                </b>
                {variant.measure ? <Measure value={variant.measure} locale={locale} /> : null}
                <span>{say('review.stock', { count: variant.stock })}</span>
              </p>
              <WillReceive price={variantValues(listing, undefined)[0]?.price ?? ''} rates={listing.rates} />
            </>
          ) : (
            '—'
          )}
        </Part>
        <Part
          id={`description-${written}`}
          name={say('part.description')}
          to={stepLink('histoire')}
          error={errorOf(`description-${written}`)}
        >
          <p lang={written} dir={directionOf(written)} className="told">
            {story || <span className="muted">{say('review.noStory')}</span>}
          </p>
        </Part>
      </div>
    </>
  );
}

function Part({
  id,
  name,
  to,
  error,
  children,
}: {
  id: string;
  name: ReactNode;
  to: string;
  error: LocalizedText | undefined;
  children: ReactNode;
}) {
  const { say } = useTexts('workspace');
  return (
    <section className="review-part" id={id} tabIndex={-1}>
      <div className="spread">
        <h2>{name}</h2>
        <Link to={to}>
          {say('change')} <span className="visually-hidden">{name}</span>
        </Link>
      </div>
      <FieldError id={`${id}-error`} text={error} />
      {children}
    </section>
  );
}
