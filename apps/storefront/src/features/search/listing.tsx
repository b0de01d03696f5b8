import { Icon, Note } from '@tiwizi/ui';
import type { SearchResult } from '@tiwizi/contracts';
import type { ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { ProductGrid } from '../listing/product-card.js';
import { AppliedFilters } from './applied-filters.js';
import { FilterButton, FilterForm, SortField } from './filter-form.js';
import { countFilters, writeFilters, type Facet, type Filters } from './filters.js';
import { Pagination } from './pagination.js';

/** Products with their filters: one list for search, a category and a cooperative. `to` is the page's address. */
export function Listing({
  filters,
  result,
  to,
  hidden = [],
  children,
}: {
  filters: Filters;
  result: SearchResult;
  to: string;
  hidden?: readonly Facet[];
  /** Shown when nothing was found. */
  children: ReactNode;
}) {
  const { say } = useTexts('search');
  const isLoading = useNavigation().location?.pathname === to;
  return (
    <div className="two-columns aside-first">
      <FilterForm filters={filters} result={result} to={to} hidden={hidden} />
      <div className="stack" aria-busy={isLoading || undefined}>
        <div className="listing-tools">
          <output className="found">{say('found', { count: result.total })}</output>
          <FilterButton count={countFilters(filters)} />
          <SortField filters={filters} />
        </div>
        <AppliedFilters filters={filters} result={result} to={to} />
        {result.isFallback ? <Note tone="warning">{say('isFallback')}</Note> : null}
        {result.isGuess ? (
          <Note tone="info" icon="search">
            {say('isGuess')}
          </Note>
        ) : null}
        <h2 className="visually-hidden">{say('results')}</h2>
        {result.hits.length ? <ProductGrid products={result.hits} isFirst={filters.page === 1} /> : children}
        <Pagination
          page={result.page}
          pageCount={result.pageCount}
          href={(page) => to + writeFilters({ ...filters, page })}
        />
      </div>
    </div>
  );
}

export function NothingFound({ children }: { children?: ReactNode }) {
  const { say } = useTexts('search');
  return (
    <div className="nothing-found stack">
      <Icon name="search" />
      <p>
        <b>{children ?? say('nothingHere')}</b>
      </p>
      <p className="muted">{say('nothingAdvice')}</p>
    </div>
  );
}
