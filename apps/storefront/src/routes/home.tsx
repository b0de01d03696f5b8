import { ListCooperatives, ListProducts } from '@tiwizi/contracts';
import { Icon, SectionTitle, type IconName } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { CategoryTiles } from '../features/listing/category-tiles.js';
import { CooperativeDoors } from '../features/listing/cooperative-doors.js';
import { ProductGrid } from '../features/listing/product-card.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath } from '../paths.js';
import arch from '../pictures/arch.svg';
import { categoryTree } from '../server/categories.server.js';
import type { Route } from './+types/home.js';

/** The crafts people know Moroccan cooperatives for, in the order of the wall of tiles. */
const shownCategories = [
  'honey',
  'argan-oil-food',
  'saffron',
  'textile',
  'pottery',
  'basketry',
  'dates',
  'leather',
  'jewellery',
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const client = api(context);
  const [tree, products, cooperatives] = await Promise.all([
    categoryTree(locale, context),
    client.call(ListProducts, { query: { locale, limit: 8 } }),
    client.call(ListCooperatives, { query: { locale, limit: 6 } }),
  ]);
  return {
    categories: shownCategories.flatMap((id) => {
      const node = tree.find(id);
      return node ? [{ slug: node.slug, name: node.name, picture: node.picture }] : [];
    }),
    products: products.items,
    cooperatives: cooperatives.items,
  };
}

export default function Home({ loaderData: { categories, products, cooperatives } }: Route.ComponentProps) {
  const { t, say } = useTexts('home');
  const { t: listing } = useTexts('listing');
  const path = usePath();
  return (
    <>
      <PageHead title={t('title')} description={t('description')} />
      <div className="hero">
        <div className="wrap">
          <div className="hero-copy">
            <h1>{say('title')}</h1>
            <p>{say('lead')}</p>
            <p>
              <Link className="button button-buy" to={path('/recherche')}>
                {say('discover')}
                <Icon name="arrow" />
              </Link>
            </p>
          </div>
          <img className="hero-arch" src={arch} alt="" width={620} height={632} />
        </div>
      </div>
      <div className="wrap">
        <section className="section-tight home-categories">
          <CategoryTiles categories={categories} label={listing('categories')} isFirst />
        </section>
        <section className="section" aria-labelledby="harvest">
          <SectionTitle id="harvest">{say('harvest')}</SectionTitle>
          {products.length ? <ProductGrid products={products} /> : <p className="muted">{say('soon')}</p>}
          <p className="section-more">
            <Link className="button button-line" to={path('/recherche')}>
              {say('allProducts')}
            </Link>
          </p>
        </section>
        {cooperatives.length ? (
          <section className="section home-makers" aria-labelledby="makers">
            <SectionTitle id="makers">{say('makers')}</SectionTitle>
            <p className="muted measure section-lead">{say('makersText')}</p>
            <CooperativeDoors cooperatives={cooperatives} />
            <p className="section-more">
              <Link className="button button-line" to={path('/cooperatives')}>
                {say('allCooperatives')}
              </Link>
            </p>
          </section>
        ) : null}
        <section className="section" aria-labelledby="how">
          <SectionTitle id="how">{say('how')}</SectionTitle>
          <ul className="promises">
            <Kept icon="coin" title={say('pay')} text={say('payText')} />
            <Kept icon="truck" title={say('receive')} text={say('receiveText')} />
            <Kept icon="undo" title={say('return')} text={say('returnText')} />
          </ul>
        </section>
      </div>
    </>
  );
}

function Kept({ icon, title, text }: { icon: IconName; title: ReactNode; text: ReactNode }) {
  return (
    <li className="promise">
      <span className="promise-mark">
        <Icon name={icon} />
      </span>
      <h3>{title}</h3>
      <p className="muted">{text}</p>
    </li>
  );
}
