/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no native list follows a field while one types */
import type { Mark, ResponseOf, Suggest } from '@tiwizi/contracts';
import type { LocalizedText } from '@tiwizi/i18n';
import { Amount, Icon, Localized, Picture } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { Marked } from './marked.js';

type Found = ResponseOf<typeof Suggest>;
/** Categories come with the words of their address. */
export type Suggestions = Omit<Found, 'categories'> & {
  readonly categories: readonly (Found['categories'][number] & { readonly slug: string })[];
};

interface Option {
  readonly to: string;
  readonly text: LocalizedText;
  readonly marks: readonly Mark[];
  readonly before: ReactNode;
  readonly after?: ReactNode;
}
interface Group {
  readonly key: 'groupProducts' | 'groupCooperatives' | 'groupCategories' | 'groupRegions';
  readonly options: readonly (Option & { /** Among all options, whatever their group. */ readonly place: number })[];
}

const most = 8;

/** In the order they are read; a group without anything is not there. At most eight in all. */
export function useSuggestionGroups(found: Suggestions | null): Group[] {
  const { locale } = useTexts('search');
  const groups: { key: Group['key']; options: Option[] }[] = [
    {
      key: 'groupProducts',
      options: (found?.products ?? []).map(({ slug, title, titleMarks, picture, price }) => ({
        to: `/p/${slug}`,
        text: title,
        marks: titleMarks,
        before: <Picture value={picture} alt="" sizes="2.75rem" />,
        after: <Amount value={price} locale={locale} />,
      })),
    },
    {
      key: 'groupCooperatives',
      options: (found?.cooperatives ?? []).map(({ slug, name, nameMarks, place, emblem }) => ({
        to: `/cooperatives/${slug}`,
        text: name,
        marks: nameMarks,
        before: <img className="door" src={emblem} alt="" width={28} height={36} />,
        after: <Localized value={place} page={locale} />,
      })),
    },
    {
      key: 'groupCategories',
      options: (found?.categories ?? []).map(({ slug, name, nameMarks }) => ({
        to: `/c/${slug}`,
        text: name,
        marks: nameMarks,
        before: <Icon name="leaf" />,
      })),
    },
    {
      key: 'groupRegions',
      options: (found?.regions ?? []).map(({ id, name, nameMarks }) => ({
        to: `/recherche?region=${id}`,
        text: name,
        marks: nameMarks,
        before: <Icon name="pin" />,
      })),
    },
  ];
  let left = most;
  return groups.flatMap(({ key, options }) => {
    const from = most - left;
    const shown = options.slice(0, left).map((option, index) => ({ ...option, place: from + index }));
    left -= shown.length;
    return shown.length ? [{ key, options: shown }] : [];
  });
}

export function SuggestionList({
  id,
  groups,
  active,
  onChoose,
}: {
  id: string;
  groups: readonly Group[];
  /** The place among all options, whatever their group. */
  active: number;
  onChoose: (to: string) => void;
}) {
  const { t, say, locale } = useTexts('search');
  return (
    <div className="suggestions" role="listbox" id={id} aria-label={t('suggestions')}>
      {groups.map(({ key, options }) => (
        <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
          <p className="suggestion-kind" id={`${id}-${key}`} role="presentation">
            {say(key)}
          </p>
          {options.map(({ to, text, marks, before, after, place }) => (
            // The field keeps the focus; the mouse must not take it before the click.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={to}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(to)}
            >
              <span className="suggestion-picture">{before}</span>
              <span className="suggestion-name">
                <Marked value={text} marks={marks} page={locale} />
              </span>
              {after ? <span className="suggestion-more">{after}</span> : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
