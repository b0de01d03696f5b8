/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- no native list follows a field while one types */
import type { ResponseOf, Suggest } from '@tiwizi/contracts';
import { Icon, Localized } from '@tiwizi/ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Form, useFetcher, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { useHydrated } from '../../use-hydrated.js';

type Suggestions = ResponseOf<typeof Suggest>;
const pauseMs = 150;

/** A plain form first: scripts add suggestions. A page may repeat it; then only the header's is the landmark. */
export function SearchBox({ isSecond }: { isSecond?: boolean }) {
  const path = usePath();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const written = pathname.endsWith('/recherche') ? (query.get('q') ?? '') : '';
  // Made anew for another search: the field shows what the list is about.
  return (
    <Form
      className={isSecond ? undefined : 'search-combo'}
      role={isSecond ? undefined : 'search'}
      action={path('/recherche')}
      key={`${pathname}?${written}`}
    >
      <Combo written={written} isSecond={isSecond ?? false} />
    </Form>
  );
}

function Combo({ written, isSecond }: { written: string; isSecond: boolean }) {
  const { t, locale } = useTexts('frame');
  const { t: search } = useTexts('search');
  const path = usePath();
  const navigate = useNavigate();
  const isHydrated = useHydrated();
  const listId = useId();
  const fetcher = useFetcher<Suggestions>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => () => clearTimeout(timer.current), []);

  const found = fetcher.data;
  const options = [
    ...(found?.products ?? []).map(({ slug, title }) => ({ to: `/p/${slug}`, text: title, kind: 'aProduct' as const })),
    ...(found?.cooperatives ?? []).map(({ slug, name }) => ({
      to: `/cooperatives/${slug}`,
      text: name,
      kind: 'aCooperative' as const,
    })),
  ].slice(0, 8);
  const isShown = isOpen && options.length > 0;

  const ask = (text: string) => {
    clearTimeout(timer.current);
    setActive(-1);
    if (text.trim().length < 2) return setOpen(false);
    timer.current = setTimeout(() => {
      setOpen(true);
      void fetcher.load(`${path('/suggestions')}?${new URLSearchParams({ q: text })}`);
    }, pauseMs);
    return undefined;
  };
  const go = (index: number) => {
    const option = options[index];
    if (!option) return;
    setOpen(false);
    void navigate(path(option.to));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Enter' && isShown && active >= 0) {
      event.preventDefault();
      go(active);
    } else if (isShown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place past each end is the field itself.
      setActive((before) => ((before + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    }
  };
  const combobox = isHydrated
    ? {
        role: 'combobox',
        'aria-expanded': isShown,
        'aria-haspopup': 'listbox' as const,
        'aria-controls': isShown ? listId : undefined,
        'aria-owns': isShown ? listId : undefined,
        'aria-label': t(isSecond ? 'searchAgain' : 'searchLabel'),
      }
    : {};
  return (
    <>
      <div className="site-search" {...combobox}>
        <input
          type="search"
          name="q"
          defaultValue={written}
          maxLength={200}
          aria-label={t(isSecond ? 'searchAgain' : 'searchLabel')}
          aria-autocomplete={isHydrated ? 'list' : undefined}
          aria-controls={isShown ? listId : undefined}
          aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={t('searchPlaceholder')}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <button aria-label={t('search')}>
          <Icon name="search" />
        </button>
      </div>
      {isShown ? (
        <ul className="suggestions" role="listbox" id={listId} aria-label={search('suggestions')}>
          {options.map((option, index) => (
            // The field keeps the focus; the mouse must not take it before the click.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <li
              key={option.to}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(index)}
            >
              <Icon name={option.kind === 'aProduct' ? 'search' : 'home'} />
              <Localized value={option.text} page={locale} />
              <span className="kind">{search(option.kind)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <output className="visually-hidden">
        {isShown ? search('suggestionCount', { count: options.length }) : null}
      </output>
    </>
  );
}
