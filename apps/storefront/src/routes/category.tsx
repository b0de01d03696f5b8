import { Localized } from '@tiwizi/ui';
import { data, redirect } from 'react-router';
import { PageHead } from '../features/frame/page-head.js';
import { Breadcrumb } from '../features/listing/breadcrumb.js';
import { CategoryTiles } from '../features/listing/category-tiles.js';
import { Listing } from '../features/search/listing.js';
import { NothingFound } from '../features/search/nothing-found.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath } from '../paths.js';
import { categoryTree } from '../server/categories.server.js';
import { findListing, remembering } from '../server/listing.server.js';
import { pageAddress } from '../server/page-address.js';
import type { Route } from './+types/category.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { pathname, search } = pageAddress(request);
  const locale = localeOf(pathname);
  const tree = await categoryTree(locale, context);
  const category = tree.find(params.categorie);
  if (!category) throw data(null, { status: 404 });
  if (category.slug !== params.categorie) throw redirect(`/${locale}/c/${category.slug}${search}`, 301);
  const listing = await findListing(request, locale, context, { category: category.id });
  const tile = ({ slug, name, picture }: typeof category) => ({ slug, name, picture });
  return data(
    {
      ...listing,
      category: tile(category),
      trail: tree.trail(category.id).map(tile),
      children: tree.children(category.id).map(tile),
    },
    remembering(request, listing),
  );
}

export default function Category({ loaderData }: Route.ComponentProps) {
  const { category, trail, children, ...listing } = loaderData;
  const { filters } = listing;
  const { t, say, langOf, locale } = useTexts('search');
  const path = usePath();
  const name = category.name.text;
  return (
    <div className="wrap page stack">
      <PageHead
        title={filters.page > 1 ? t('pageOf', { title: name, number: filters.page }) : name}
        description={t('categoryIntro', { name })}
      />
      <Breadcrumb
        trail={trail.map((node) => ({ to: `/c/${node.slug}`, label: <Localized value={node.name} page={locale} /> }))}
      />
      <h1>
        <Localized value={category.name} page={locale} />
      </h1>
      {/* A name of one language inside a sentence of another is no introduction. */}
      {langOf('categoryIntro') ? null : <p className="muted measure">{say('categoryIntro', { name })}</p>}
      {children.length ? (
        <div className="subcategories">
          <CategoryTiles categories={children} label={t('subcategories')} isFirst />
        </div>
      ) : null}
      <Listing
        {...listing}
        within={{ category: category.slug }}
        to={path(`/c/${category.slug}`)}
        hidden={children.length ? [] : ['category']}
      >
        <NothingFound />
      </Listing>
    </div>
  );
}
