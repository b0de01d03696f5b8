import { directionOf, formatMoney } from '@tiwizi/i18n';
import { useEffect, useRef } from 'react';
import { ScrollTable } from '../../desk/scroll-table.js';
import { useTexts } from '../../i18n/use-texts.js';
import { textIn, writtenLocales, type ListingView } from './listing.js';

/**
 * EDIT-7: someone saved another version meanwhile. Both are shown; the page keeps what was typed, and sending it
 * again keeps it for good.
 */
export function ConflictNote({ theirs, typed }: { theirs: ListingView; typed: Record<string, string> }) {
  const { say, t, locale } = useTexts('workspace');
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const rows = differences(theirs, typed, locale);
  return (
    <section className="conflict" role="alert" tabIndex={-1} id="conflict" ref={box}>
      <h2>{say('conflict.title')}</h2>
      <p>{say('conflict.text')}</p>
      <ScrollTable name={t('conflict.title')}>
        <thead>
          <tr>
            <th scope="col">{say('conflict.mine')}</th>
            <th scope="col">{say('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, mine, other, dir }) => (
            <tr key={key}>
              <td dir={dir}>{mine || '—'}</td>
              <td dir={dir}>{other || '—'}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <div className="row">
        <button className="button button-main" name="intent" value="save">
          {say('conflict.keepMine')}
        </button>
        <button className="button button-line" name="intent" value="take-theirs" formNoValidate>
          {say('conflict.takeTheirs')}
        </button>
      </div>
    </section>
  );
}

function differences(theirs: ListingView, typed: Record<string, string>, page: Parameters<typeof formatMoney>[1]) {
  const texts = (['title', 'description'] as const).flatMap((field) =>
    writtenLocales.map((locale) => ({
      key: `${field}-${locale}`,
      mine: typed[`${field}-${locale}`],
      other: textIn(theirs.draft, field, locale),
      dir: directionOf(locale),
    })),
  );
  const prices = (theirs.draft.variants ?? []).map((variant, row) => ({
    key: `price-${row}`,
    mine: typed[`price-${row}`],
    other: formatMoney(variant.price, page),
    dir: undefined,
  }));
  return [...texts.filter(({ mine, other }) => mine !== undefined && mine !== other), ...prices];
}
