import { directionOf } from '@tiwizi/i18n';
import { Icon } from '@tiwizi/ui';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import type { Refusal } from './refusal.js';

/** Says once what went wrong and leads to each field; it takes the focus so that nobody looks for it. */
export function ErrorSummary({ refusal }: { refusal: Refusal | undefined | null }) {
  const { t, locale } = useTexts('workspace');
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) region.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const own = refusal.fields.length ? null : refusal.sentence;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={region}>
      <h2>
        <Icon name="alert" />
        {t('problem.heading')}
      </h2>
      {own ? (
        <p lang={own.locale === locale ? undefined : own.locale} dir={directionOf(own.locale)}>
          {own.text}
        </p>
      ) : null}
      <ul>
        {refusal.fields.map(({ field, sentence }) => (
          <li key={field + sentence.text}>
            <a href={`#${field}`} lang={sentence.locale === locale ? undefined : sentence.locale}>
              {sentence.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
