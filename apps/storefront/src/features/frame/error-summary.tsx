import type { LocalizedText } from '@tiwizi/contracts';
import { Localized } from '@tiwizi/ui';

import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';

/** What stopped the form, and links to the fields to mend. It takes the focus as soon as it appears. */
export function ErrorSummary({
  refusal,
  fieldIds = {},
  children,
}: {
  refusal: Refusal | null | undefined;
  /** Where a field's name and the id of its control differ. */
  fieldIds?: Record<string, string>;
  children?: ReactNode;
}) {
  const { say, locale } = useTexts('frame');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const fields = Object.entries(refusal.fields);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{say('problem')}</h2>
      {fields.length ? (
        <ul>
          {fields.map(([name, text]) => (
            <li key={name}>
              <a href={`#${fieldIds[name] ?? name}`}>
                <Localized value={text} page={locale} />
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Localized value={refusal.text} page={locale} />
        </p>
      )}
      {children}
    </div>
  );
}

/** For `error` of a field. */
export const errorOf = (refusal: Refusal | null | undefined, field: string): LocalizedText | undefined =>
  refusal?.fields[field];
