import type { LocalizedText, Money, Picture as PictureData } from '@tiwizi/contracts';
import { directionOf, formatMeasure, formatMoney, type Locale } from '@tiwizi/i18n';
import type { ReactNode } from 'react';

/** A text that may be a fallback: when it is in another language than the page, it says so to browsers and readers. */
export function Localized({ value, page }: { value: LocalizedText; page: Locale }) {
  if (value.locale === page) return <bdi>{value.text}</bdi>;
  return (
    <bdi lang={value.locale} dir={directionOf(value.locale)}>
      {value.text}
    </bdi>
  );
}

/** « 250 g » beside a price or a name: in the reader's signs, apart from the text around it. */
export function Measure({ value, locale }: { value: string; locale: Locale }) {
  return <bdi>{formatMeasure(value, locale)}</bdi>;
}

/** Amounts never mix with the text around them, whatever its direction. */
export function Amount({ value, locale }: { value: Money; locale: Locale }) {
  return <bdi className="figures">{formatMoney(value, locale)}</bdi>;
}

export function Price({
  value,
  locale,
  before,
  of,
  large,
}: {
  value: Money;
  locale: Locale;
  /** « dès », when other choices cost more. */
  before?: ReactNode;
  /** What it is the price of: « 250 g ». */
  of?: ReactNode;
  large?: boolean;
}) {
  return (
    <p className={large ? 'price price-large' : 'price'}>
      {before ? <span className="muted small">{before}</span> : null}
      <b>
        <Amount value={value} locale={locale} />
      </b>
      {of ? <span className="muted small">{of}</span> : null}
    </p>
  );
}

/** A generated picture beside a name is decoration; a photo describes what is sold. */
export function Picture({
  value,
  alt,
  sizes,
  isFirst,
}: {
  value: PictureData;
  alt: string;
  sizes?: string;
  isFirst?: boolean;
}) {
  return (
    <img
      src={value.url}
      srcSet={value.srcset ?? undefined}
      sizes={value.srcset ? (sizes ?? '(min-width: 60rem) 18rem, 50vw') : undefined}
      width={value.width}
      height={value.height}
      alt={value.isGenerated ? '' : alt}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding="async"
    />
  );
}
