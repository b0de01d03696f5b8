import type { SearchResult } from '@tiwizi/contracts';
import { Icon } from '@tiwizi/ui';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Form, useNavigate } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { askQuietly } from '../../ask-quietly.js';
import { FacetCheck, FacetGroup } from './facet-groups.js';
import { facetTree, type FacetNode } from './facet-tree.js';
import { facetWords, readFilters, writeFilters, type Facet, type Filters } from './filters.js';

/** What the page itself stands for, by the words of its address. */
export interface Within {
  readonly category?: string;
  readonly cooperative?: string;
}

interface FilterFormProps {
  filters: Filters;
  result: SearchResult;
  to: string;
  /** What the page itself stands for is not asked again. */
  hidden: readonly Facet[];
  within: Within;
}

export const formId = 'filters';

/**
 * One form for both sizes: a column beside the list, or a sheet over it on a phone. In the column every change shows at
 * once; in the sheet the button counts what would be found, and closing it otherwise changes nothing.
 */
export function FilterForm({ filters, result, to, hidden, within }: FilterFormProps) {
  const { t, say } = useTexts('search');
  const { t: frame } = useTexts('frame');
  const path = usePath();
  const sheet = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [preview, setPreview] = useState<number | null>(null);
  const asking = useRef<AbortController>(undefined);
  const found = isOpen ? (preview ?? result.total) : result.total;
  useEffect(() => {
    const element = sheet.current;
    const onToggle = (event: ToggleEvent) => {
      setOpen(event.newState === 'open');
      setPreview(null);
    };
    element?.addEventListener('toggle', onToggle as EventListener);
    return () => element?.removeEventListener('toggle', onToggle as EventListener);
  }, []);
  const changed = async (form: HTMLFormElement) => {
    // Sent as a form is, so that what holds forms back out of the network holds this one too.
    if (!isOpen) return form.requestSubmit();
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    const address = new URLSearchParams(wordsOf(form));
    if (within.category) address.set('dans', within.category);
    if (within.cooperative) address.set('chez', within.cooperative);
    const answer = await askQuietly<{ total: number | null }>(`${path('/recherche/combien')}?${address}`, signal);
    if (!signal.aborted) setPreview(answer?.total ?? null);
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
        onChange={(event) => void changed(event.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault();
          sheet.current?.hidePopover();
          void navigate(`${to}${wordsOf(event.currentTarget)}`, { preventScrollReset: true, replace: true });
        }}
      >
        {filters.q ? <input type="hidden" name="q" value={filters.q} /> : null}
        <Facets filters={filters} result={result} hidden={hidden} />
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

function Facets({ filters, result: { facets }, hidden }: Pick<FilterFormProps, 'filters' | 'result' | 'hidden'>) {
  const { t, say, locale } = useTexts('search');
  const isShown = (facet: Facet) => !hidden.includes(facet) && facets[facet].length > 0;
  const entry = (facet: Facet, parentId: string | null) => (one: SearchResult['facets'][Facet][number]) => ({
    ...one,
    name: facetWords[facet],
    parentId,
  });
  const chosenIn = (facet: Facet) => (one: { value: string }) => filters[facet].includes(one.value);
  const flat = (facet: Facet): FacetNode[] => facetTree(facets[facet].map(entry(facet, null)), chosenIn(facet));
  const categories = facetTree(
    facets.category.map((one) => entry('category', one.parentId)(one)),
    chosenIn('category'),
  );
  const places = facetTree(
    [
      ...facets.region.map(entry('region', null)),
      ...facets.province.map((one) => entry('province', one.regionId)(one)),
    ],
    ({ value }) => filters.region.includes(value) || filters.province.includes(value),
  );
  const switches = [
    { name: 'dispo', value: 'stock', isChosen: filters.inStock, key: 'onlyInStock', count: inStock(facets) },
    { name: 'femmes', value: '1', isChosen: filters.womenLed, key: 'womenLed', count: facets.womenLed[0]?.count ?? 0 },
  ] as const;
  const [stock, women] = switches.map(({ key, ...one }) => (
    <FacetCheck key={key} node={{ ...one, label: { locale, text: t(key) } }}>
      {say(key)}
    </FacetCheck>
  ));
  return (
    <>
      {isShown('category') ? <FacetGroup legend={say('facet-category')} nodes={categories} /> : null}
      {isShown('region') ? <FacetGroup legend={say('facet-region')} nodes={places} /> : null}
      <fieldset className="facet">
        <legend>{say('price')}</legend>
        <div className="price-range">
          <PriceField name="prix_min" label={say('priceMin')} value={filters.priceMin} usual={facets.price?.min} />
          <PriceField name="prix_max" label={say('priceMax')} value={filters.priceMax} usual={facets.price?.max} />
        </div>
      </fieldset>
      <fieldset className="facet">
        <legend>{say('availability')}</legend>
        {stock}
      </fieldset>
      {isShown('cooperative') ? (
        <FacetGroup legend={say('facet-cooperative')} nodes={flat('cooperative')} canSearch />
      ) : null}
      <fieldset className="facet">
        <legend>{say('makers')}</legend>
        {women}
      </fieldset>
      {isShown('label') ? <FacetGroup legend={say('facet-label')} nodes={flat('label')} /> : null}
      {isShown('shipsTo') ? <FacetGroup legend={say('facet-shipsTo')} nodes={flat('shipsTo')} /> : null}
    </>
  );
}

const inStock = ({ availability }: SearchResult['facets']): number =>
  availability.reduce((sum, { value, count }) => sum + (value === 'sold-out' ? 0 : count), 0);

function PriceField({
  name,
  label,
  value,
  usual,
}: {
  name: string;
  label: ReactNode;
  value: number | null;
  usual: number | undefined;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        type="number"
        name={name}
        min={0}
        step={1}
        inputMode="numeric"
        defaultValue={value ?? ''}
        placeholder={usual === undefined ? undefined : String(usual)}
      />
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
