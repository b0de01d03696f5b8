import type { SearchResult } from '@tiwizi/contracts';
import { Icon, Note } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { City } from '../../server/delivery.server.js';
import { AppliedFilters } from './applied-filters.js';
import { FilterForm, type Within } from './filter-form.js';
import { countFilters, writeFilters, type Facet, type Filters } from './filters.js';
import { FoundCooperatives } from './found-cooperatives.js';
import { HitGrid } from './hit-grid.js';
import { FilterButton, SortField } from './listing-tools.js';
import { NearMe } from './near-me.js';
import { Pagination } from './pagination.js';

interface ListingProps {
  filters: Filters;
  result: SearchResult;
  cities: readonly City[];
  remembered: string | null;
  to: string;
  hidden?: readonly Facet[];
  within?: Within;
  /** Shown when nothing was found. */
  children: ReactNode;
}

/** Products with their filters: one list for search, a category and a cooperative. `to` is the page's address. */
export function Listing({ filters, result, cities, remembered, to, hidden = [], within = {}, children }: ListingProps) {
  const { say } = useTexts('search');
  const isLoading = useNavigation().location?.pathname === to;
  return (
    <div className="two-columns aside-first">
      <FilterForm filters={filters} result={result} to={to} hidden={hidden} within={within} />
      <div className="stack results" aria-busy={isLoading || undefined}>
        <div className="listing-tools">
          <output className="found">{say('found', { count: result.total })}</output>
          <FilterButton count={countFilters(filters)} />
          <SortField filters={filters} />
        </div>
        <NearMe filters={filters} near={result.near} cities={cities} remembered={remembered} to={to} />
        <AppliedFilters filters={filters} result={result} to={to} />
        {result.isFallback ? <Note tone="warning">{say('isFallback')}</Note> : null}
        <Proposal filters={filters} proposal={result.proposal} to={to} />
        <Cooperatives q={filters.q} cooperatives={result.cooperatives} />
        {result.isGuess ? (
          <Note tone="info" icon="search">
            {say('isGuess')}
          </Note>
        ) : null}
        <h2 className={result.isGuess ? 'guess-title' : 'visually-hidden'}>
          {result.isGuess ? say('guesses') : say('results')}
        </h2>
        {result.hits.length ? <HitGrid hits={result.hits} isFirst={filters.page === 1} /> : children}
        <Pagination
          page={result.page}
          pageCount={result.pageCount}
          href={(page) => to + writeFilters({ ...filters, page })}
        />
      </div>
    </div>
  );
}

/** Only proposed: nobody is led away from what they typed. */
function Proposal({ filters, proposal, to }: { filters: Filters; proposal: string | null; to: string }) {
  const { say } = useTexts('search');
  if (!proposal) return null;
  return (
    <p className="proposal">
      <Icon name="search" />
      <span>
        {say('didYouMean')}{' '}
        <Link to={to + writeFilters({ ...filters, q: proposal, page: 1 })}>
          <bdi>{proposal}</bdi>
        </Link>
      </span>
    </p>
  );
}

function Cooperatives({ q, cooperatives }: { q: string; cooperatives: SearchResult['cooperatives'] }) {
  const { say } = useTexts('search');
  const path = usePath();
  if (!cooperatives.length) return null;
  return (
    <section className="cooperatives-found stack" aria-labelledby="cooperatives-found">
      <div className="spread">
        <h2 id="cooperatives-found">{say('cooperativesFound')}</h2>
        <Link to={path(`/recherche/cooperatives?${new URLSearchParams({ q })}`)}>
          {say('allCooperatives')}
          <Icon name="next" />
        </Link>
      </div>
      <FoundCooperatives cooperatives={cooperatives} level={3} />
    </section>
  );
}
