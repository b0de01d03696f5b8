import { data, Link } from 'react-router';
import { PageHead } from '../features/frame/page-head.js';
import { CategoryTiles } from '../features/listing/category-tiles.js';
import { cleared, countFilters, writeFilters } from '../features/search/filters.js';
import { Listing } from '../features/search/listing.js';
import { NothingFound } from '../features/search/nothing-found.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath } from '../paths.js';
import { categoryTree } from '../server/categories.server.js';
import { findListing, remembering } from '../server/listing.server.js';
import type { Route } from './+types/search.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const listing = await findListing(request, locale, context);
  const tree = listing.result.total ? null : await categoryTree(locale, context);
  const categories = (tree?.nodes ?? [])
    .filter((node) => node.parentId && !tree?.find(node.parentId)?.parentId && node.productCount)
    .slice(0, 8)
    .map(({ slug, name, picture }) => ({ slug, name, picture }));
  return data({ ...listing, categories }, remembering(request, listing));
}

export default function Search({ loaderData: { categories, ...listing } }: Route.ComponentProps) {
  const { t, say } = useTexts('search');
  const { t: shop } = useTexts('listing');
  const path = usePath();
  const { filters } = listing;
  const { q } = filters;
  const title = q ? t('titleFor', { q }) : t('title');
  return (
    <div className="wrap page stack">
      <PageHead title={filters.page > 1 ? t('pageOf', { title, number: filters.page }) : title} />
      <h1>{q ? <bdi>{say('titleFor', { q })}</bdi> : say('title')}</h1>
      <Listing {...listing} to={path('/recherche')}>
        <NothingFound
          ways={
            <>
              {countFilters(filters) ? (
                <Link className="button button-line" to={path('/recherche') + writeFilters(cleared(filters))}>
                  {say('searchEverywhere')}
                </Link>
              ) : null}
              <Link className="button button-line" to={path('/cooperatives')}>
                {say('seeCooperatives')}
              </Link>
            </>
          }
        >
          {q ? say('nothingFor', { q }) : undefined}
        </NothingFound>
        <CategoryTiles categories={categories} label={shop('categories')} />
      </Listing>
    </div>
  );
}
