import { SearchCooperatives } from '@tiwizi/contracts';
import { data, Link, redirect } from 'react-router';
import { api, isApiProblem } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { FoundCooperatives } from '../features/search/found-cooperatives.js';
import { NothingFound } from '../features/search/nothing-found.js';
import { Pagination } from '../features/search/pagination.js';
import { readFilters } from '../features/search/filters.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import type { Route } from './+types/search-cooperatives.js';

const pageSize = 24;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const { q, page } = readFilters(searchParams);
  const locale = localeOf(pathname);
  // Without a name to look for, all of them are elsewhere.
  if (!q) throw redirect(pathIn(locale, '/cooperatives'));
  const query = { locale, q, limit: pageSize, page: Math.min(page, 100) };
  const found = await api(context)
    .call(SearchCooperatives, { query })
    .catch((error: unknown) => {
      if (isApiProblem(error) && error.status < 500) throw data(null, { status: error.status });
      throw error;
    });
  return { q, ...found };
}

/** Every cooperative of such a name, in whatever script it was typed. */
export default function SearchCooperativesPage({ loaderData }: Route.ComponentProps) {
  const { q, hits, total, page, pageCount } = loaderData;
  const { t, say } = useTexts('search');
  const path = usePath();
  const to = (parameters: Record<string, string>) => `?${new URLSearchParams({ q, ...parameters })}`;
  return (
    <div className="wrap page stack">
      <PageHead title={t('cooperativesFor', { q })} />
      <h1>
        <bdi>{say('cooperativesFor', { q })}</bdi>
      </h1>
      <output className="found">{say('foundCooperatives', { count: total })}</output>
      {hits.length ? (
        <FoundCooperatives cooperatives={hits} level={2} />
      ) : (
        <NothingFound>{say('noCooperative')}</NothingFound>
      )}
      <Pagination page={page} pageCount={pageCount} href={(number) => to(number > 1 ? { page: String(number) } : {})} />
      <p className="row">
        <Link className="button button-line" to={path(`/recherche${to({})}`)}>
          {say('backToProducts')}
        </Link>
        <Link className="button button-quiet" to={path('/cooperatives')}>
          {say('seeCooperatives')}
        </Link>
      </p>
    </div>
  );
}
