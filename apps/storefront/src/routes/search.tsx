import { PageHead } from '../features/frame/page-head.js';
import { CategoryTiles } from '../features/listing/category-tiles.js';
import { Listing, NothingFound } from '../features/search/listing.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath } from '../paths.js';
import { categoryTree } from '../server/categories.server.js';
import { findListing } from '../server/listing.server.js';
import type { Route } from './+types/search.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const listing = await findListing(searchParams, locale, context);
  const tree = listing.result.total ? null : await categoryTree(locale, context);
  return {
    ...listing,
    categories: (tree?.nodes ?? [])
      .filter((node) => node.parentId && !tree?.find(node.parentId)?.parentId && node.productCount)
      .slice(0, 8)
      .map(({ slug, name, picture }) => ({ slug, name, picture })),
  };
}

export default function Search({ loaderData: { filters, result, categories } }: Route.ComponentProps) {
  const { t, say } = useTexts('search');
  const { t: listing } = useTexts('listing');
  const path = usePath();
  const { q } = filters;
  const title = q ? t('titleFor', { q }) : t('title');
  return (
    <div className="wrap page stack">
      <PageHead title={filters.page > 1 ? t('pageOf', { title, number: filters.page }) : title} />
      <h1>{q ? <bdi>{say('titleFor', { q })}</bdi> : say('title')}</h1>
      <Listing filters={filters} result={result} to={path('/recherche')}>
        <NothingFound>{q ? say('nothingFor', { q }) : undefined}</NothingFound>
        <CategoryTiles categories={categories} label={listing('categories')} />
      </Listing>
    </div>
  );
}
