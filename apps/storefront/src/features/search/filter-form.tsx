import type { SearchResult } from '@tiwizi/contracts';
import { Icon, Localized } from '@tiwizi/ui';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Form, useFetcher, useNavigate } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { facets, facetWords, readFilters, sortWord, sorts, writeFilters, type Facet, type Filters } from './filters.js';

interface FilterFormProps {
  filters: Filters;
  result: SearchResult;
  to: string;
  /** What the page itself stands for is not asked again. */
  hidden: readonly Facet[];
}

const formId = 'filters';
const shownAtOnce = 8;

/**
 * One form for both sizes: a column beside the list, or a sheet over it on a phone. In the column every change shows at
 * once; in the sheet the button counts what would be found, and closing it otherwise changes nothing.
 */
export function FilterForm({ filters, result, to, hidden }: FilterFormProps) {
  const { t, say } = useTexts('search');
  const { t: frame } = useTexts('frame');
  const sheet = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const preview = useFetcher<{ result?: { total: number } }>();
  const [isOpen, setOpen] = useState(false);
  const found = isOpen ? (preview.data?.result?.total ?? result.total) : result.total;
  useEffect(() => {
    const element = sheet.current;
    const onToggle = (event: ToggleEvent) => setOpen(event.newState === 'open');
    element?.addEventListener('toggle', onToggle as EventListener);
    return () => element?.removeEventListener('toggle', onToggle as EventListener);
  }, []);
  const apply = (form: HTMLFormElement) =>
    void navigate(`${to}${wordsOf(form)}`, { preventScrollReset: true, replace: true });
  const changed = (form: HTMLFormElement) => {
    if (isOpen) void preview.load(`${to}${wordsOf(form)}`);
    else apply(form);
  };
  return (
    // A dialog only while it is a sheet over the page.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="filters"
      id="filter-sheet"
      popover="auto"
      ref={sheet}
      role={isOpen ? 'dialog' : undefined}
      aria-labelledby={isOpen ? 'filters-title' : undefined}
      onKeyDown={isOpen ? keepInside : undefined}
    >
      <div className="filters-head">
        <h2 id="filters-title">{say('filter')}</h2>
        <button
          className="icon-button"
          type="button"
          popoverTarget="filter-sheet"
          popoverTargetAction="hide"
          aria-label={frame('close')}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* Rewritten whenever the address changes, so that a filter taken away elsewhere is unticked here. */}
      <Form
        id={formId}
        action={to}
        key={JSON.stringify({ ...filters, page: 1 })}
        onChange={(event) => changed(event.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault();
          sheet.current?.hidePopover();
          apply(event.currentTarget);
        }}
      >
        {filters.q ? <input type="hidden" name="q" value={filters.q} /> : null}
        {facets.map((facet) =>
          hidden.includes(facet) || !result.facets[facet].length ? null : (
            <FacetGroup key={facet} facet={facet} chosen={filters[facet]} values={result.facets[facet]} />
          ),
        )}
        <fieldset className="facet">
          <legend>{say('price')}</legend>
          <div className="price-range">
            <PriceField name="prix_min" label={say('priceMin')} value={filters.priceMin} />
            <PriceField name="prix_max" label={say('priceMax')} value={filters.priceMax} />
          </div>
        </fieldset>
        <fieldset className="facet">
          <legend>{say('availability')}</legend>
          <label className="check">
            <input type="checkbox" name="dispo" value="stock" defaultChecked={filters.inStock} />
            <span>{say('onlyInStock')}</span>
          </label>
        </fieldset>
        <div className="filters-foot">
          <button
            className={isOpen ? 'button button-main button-wide' : 'button button-main button-wide without-script'}
          >
            {isOpen ? t('showProducts', { count: found }) : say('apply')}
          </button>
        </div>
      </Form>
    </div>
  );
}

/** Opens the sheet on a phone. */
export function FilterButton({ count }: { count: number }) {
  const { say } = useTexts('search');
  return (
    <button className="button button-line filter-button" type="button" popoverTarget="filter-sheet">
      <Icon name="filter" />
      {count ? say('filterCount', { n: count }) : say('filter')}
    </button>
  );
}

export function SortField({ filters }: { filters: Filters }) {
  const { t, say } = useTexts('search');
  return (
    <label className="sort">
      <span>{say('sort')}</span>
      <select
        className="input"
        name="tri"
        form={formId}
        key={filters.sort}
        defaultValue={sortWord(filters.sort)}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sortWord(sort)}>
            {t(`sort-${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function PriceField({ name, label, value }: { name: string; label: ReactNode; value: number | null }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input type="number" name={name} min={0} step={1} inputMode="numeric" defaultValue={value ?? ''} />
    </label>
  );
}

function FacetGroup({
  facet,
  chosen,
  values,
}: {
  facet: Facet;
  chosen: readonly string[];
  values: SearchResult['facets'][Facet];
}) {
  const { say } = useTexts('search');
  const first = values.filter(({ value }, position) => position < shownAtOnce || chosen.includes(value));
  const rest = values.filter((one) => !first.includes(one));
  const show = (list: typeof values) =>
    list.map((one) => <FacetCheck key={one.value} name={facetWords[facet]} chosen={chosen} {...one} />);
  return (
    <fieldset className="facet">
      <legend>{say(`facet-${facet}`)}</legend>
      {show(first)}
      {rest.length ? (
        <details>
          <summary className="more">{say('showMore')}</summary>
          {show(rest)}
        </details>
      ) : null}
    </fieldset>
  );
}

/** A value that finds nothing stays visible and cannot be ticked. */
function FacetCheck({
  name,
  chosen,
  value,
  label,
  count,
}: { name: string; chosen: readonly string[] } & SearchResult['facets'][Facet][number]) {
  const { locale } = useTexts('search');
  const isChosen = chosen.includes(value);
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} disabled={!count && !isChosen} />
      <span>
        <Localized value={label} page={locale} />
      </span>
      <span className="count figures">{count}</span>
    </label>
  );
}

/** The same address a link would have: what was left empty is not in it. */
const wordsOf = (form: HTMLFormElement): string => writeFilters(readFilters(new URLSearchParams(textsOf(form))));

const textsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));

/** While the sheet is open the page behind it is out of reach of the keyboard too. */
function keepInside(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Tab') return;
  const reachable = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('button, input:not([disabled], [type="hidden"]), summary'),
  ].filter((element) => element.offsetParent !== null);
  const [first, last] = [reachable[0], reachable[reachable.length - 1]];
  const leaving = event.shiftKey ? first : last;
  if (document.activeElement !== leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
