import type { LocalizedText, Mark } from '@tiwizi/contracts';
import { directionOf, type Locale } from '@tiwizi/i18n';
import { Fragment } from 'react';
import { stretches } from './stretches.js';

/** A text with the words that were asked for set apart: elements, never a string of markup. */
export function Marked({ value, marks, page }: { value: LocalizedText; marks: readonly Mark[]; page: Locale }) {
  const other = value.locale === page ? {} : { lang: value.locale, dir: directionOf(value.locale) };
  return (
    <bdi {...other}>
      {stretches(value.text, marks).map(({ start, text, isMarked }) =>
        isMarked ? <mark key={start}>{text}</mark> : <Fragment key={start}>{text}</Fragment>,
      )}
    </bdi>
  );
}
