/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no native list follows a field while one types */
import { Icon } from '@tiwizi/ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Form, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { useHydrated } from '../../use-hydrated.js';
import { askQuietly } from '../../ask-quietly.js';
import { SuggestionList, useSuggestionGroups, type Suggestions } from './suggestion-list.js';

const pauseMs = 150;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
  const { t } = useTexts('frame');
  const { t: search } = useTexts('search');
  const path = usePath();
  const navigate = useNavigate();
  const isHydrated = useHydrated();
  const listId = useId();
  const asking = useRef<AbortController>(undefined);
  const [found, setFound] = useState<Suggestions | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => () => asking.current?.abort(), []);

  const groups = useSuggestionGroups(found);
  const options = groups.flatMap((group) => group.options);
  const isShown = isOpen && options.length > 0;
  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  const ask = async (text: string) => {
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    setActive(-1);
    if (text.trim().length < 2) return setOpen(false);
    await pause(pauseMs);
    if (signal.aborted) return undefined;
    const answer = await askQuietly<Suggestions>(`${path('/suggestions')}?${new URLSearchParams({ q: text })}`, signal);
    if (signal.aborted) return undefined;
    setFound(answer);
    return setOpen(true);
  };
  const go = (to: string | undefined) => {
    if (!to) return;
    setOpen(false);
    void navigate(path(to));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Enter' && isShown && active >= 0) {
      event.preventDefault();
      go(options[active]?.to);
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
          onChange={(event) => void ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            asking.current?.abort();
            setOpen(false);
          }}
        />
        <button aria-label={t('search')}>
          <Icon name="search" />
        </button>
      </div>
      {isShown ? <SuggestionList id={listId} groups={groups} active={active} onChoose={go} /> : null}
      <output className="visually-hidden">
        {isShown ? search('suggestionCount', { count: options.length }) : null}
      </output>
    </>
  );
}
