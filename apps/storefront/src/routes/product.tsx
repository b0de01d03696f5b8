import { ListProducts, ShowProduct } from '@tiwizi/contracts';
import { Badge, Localized, Note, SectionTitle } from '@tiwizi/ui';
import { data, Link, useSearchParams, type ShouldRevalidateFunctionArgs } from 'react-router';
import { api, app, isApiProblem } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { Breadcrumb } from '../features/listing/breadcrumb.js';
import { Availability, CooperativeChip, ProductGrid } from '../features/listing/product-card.js';
import { BuyForm } from '../features/product/buy-form.js';
import { Characteristics } from '../features/product/characteristics.js';
import { CooperativeBlock } from '../features/product/cooperative-block.js';
import { DeliveryPromise } from '../features/product/delivery-estimate.js';
import { Gallery } from '../features/product/gallery.js';
import { StructuredData } from '../features/product/structured-data.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import { categoryTree } from '../server/categories.server.js';
import { characteristicsOf } from '../server/characteristics.server.js';
import { setCookie } from '../server/cookies.server.js';
import { cheapestDelivery, rememberedCity } from '../server/delivery.server.js';
import { orNotFound } from '../server/or-not-found.server.js';
import type { Route } from './+types/product.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { pathname } = new URL(request.url);
  const locale = localeOf(pathname);
  const client = api(context);
  const product = await orNotFound(
    client.call(ShowProduct, { params: { idOrSlug: params.slug }, query: { locale } }).catch(orGone),
  );
  if (product.slug !== params.slug) throw data(null, { status: 404 });
  const [city, tree, others] = await Promise.all([
    rememberedCity(request, locale, context),
    categoryTree(locale, context),
    client.call(ListProducts, { query: { locale, cooperative: product.cooperative.slug, limit: 5 } }),
  ]);
  const option = await cheapestDelivery(product.slug, city.provinceId, locale, context);
  const { publicUrl } = app(context);
  const path = pathIn(locale, `/p/${product.slug}`);
  return data(
    {
      product,
      characteristics: characteristicsOf(product, locale),
      trail: product.breadcrumb.map(({ id, name }) => ({ slug: tree.find(id)?.slug ?? id, name })),
      others: others.items.filter(({ id }) => id !== product.id).slice(0, 4),
      delivery: { cities: city.cities, provinceId: city.provinceId, option },
      url: publicUrl + path,
      publicUrl,
    },
    city.isNew && city.provinceId
      ? { headers: { 'Set-Cookie': setCookie(request, 'tiwizi_city', city.provinceId) } }
      : undefined,
  );
}

/** Withdrawn leads on to the same cooperative. */
const orGone = (error: unknown): never => {
  if (!isApiProblem(error) || error.status !== 410) throw error;
  const { cooperative } = error.problem.params;
  throw data(typeof cooperative === 'string' ? { cooperative } : null, { status: 410 });
};

/** Another variant of the same product is already here. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isSamePlace = currentUrl.pathname === nextUrl.pathname;
  const city = (url: URL) => url.searchParams.get('ville');
  return isSamePlace && !formMethod && city(currentUrl) === city(nextUrl) ? false : defaultShouldRevalidate;
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const { product, characteristics, trail, others, delivery, url, publicUrl } = loaderData;
  const { say, locale } = useTexts('product');
  const path = usePath();
  const [query] = useSearchParams();
  const wanted = query.get('v');
  const variant =
    product.variants.find(({ sku }) => sku === wanted) ??
    product.variants.find(({ available }) => available) ??
    product.variants[0];
  const isSoldOut = product.availability === 'sold-out' || !variant;
  const text = product.description.text;
  return (
    <article className="wrap page stack">
      <PageHead title={product.title.text} description={text} />
      <StructuredData product={product} url={url} publicUrl={publicUrl} />
      <Breadcrumb
        trail={trail.map((node) => ({ to: `/c/${node.slug}`, label: <Localized value={node.name} page={locale} /> }))}
      />
      <div className="two-columns product-top">
        <Gallery pictures={product.pictures} title={product.title.text} />
        <div className="stack sticky">
          <h1>
            <Localized value={product.title} page={locale} />
          </h1>
          <Link className="chip-to" to={path(`/cooperatives/${product.cooperative.slug}`)}>
            <CooperativeChip of={product.cooperative} />
          </Link>
          <p className="row">
            <Availability of={product} />
            {product.cooperative.isVerified ? (
              <Badge tone="success" icon="shield">
                {say('verified')}
              </Badge>
            ) : null}
          </p>
          {isSoldOut ? (
            <Note tone="warning">{say('soldOutText')}</Note>
          ) : (
            <BuyForm product={product} variant={variant} />
          )}
          <DeliveryPromise delivery={delivery} product={product} variantSku={wanted} />
        </div>
      </div>
      <section className="section" aria-labelledby="story">
        <SectionTitle id="story">{say('story')}</SectionTitle>
        <p className="measure preserve">
          <Localized value={product.description} page={locale} />
        </p>
      </section>
      <section className="section" aria-labelledby="facts">
        <SectionTitle id="facts">{say('characteristics')}</SectionTitle>
        <Characteristics product={product} list={characteristics} />
      </section>
      <section className="section" aria-labelledby="cooperative">
        <SectionTitle id="cooperative">{say('cooperative')}</SectionTitle>
        <CooperativeBlock cooperative={product.cooperative} details={product.cooperativeDetails} />
      </section>
      {product.kind === 'service' ? null : (
        <section className="section" aria-labelledby="returns">
          <SectionTitle id="returns">{say('deliveryReturns')}</SectionTitle>
          <p className="measure">{say('deliveryReturnsText')}</p>
          <p>
            <Link to={path('/livraison-retours')}>{say('learnMore')}</Link>
          </p>
        </section>
      )}
      {others.length ? (
        <section className="section" aria-labelledby="others">
          <SectionTitle id="others">{say('sameWorkshop')}</SectionTitle>
          <ProductGrid products={others} />
        </section>
      ) : null}
    </article>
  );
}
