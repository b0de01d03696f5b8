import { ShowCooperative } from '@tiwizi/contracts';
import { Badge, Localized, Picture, SectionTitle } from '@tiwizi/ui';
import { data, Link } from 'react-router';
import { api } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { Breadcrumb } from '../features/listing/breadcrumb.js';
import { Members } from '../features/product/cooperative-block.js';
import { Listing } from '../features/search/listing.js';
import { NothingFound } from '../features/search/nothing-found.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath } from '../paths.js';
import { findListing, remembering } from '../server/listing.server.js';
import { orNotFound } from '../server/or-not-found.server.js';
import type { Route } from './+types/cooperative.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const cooperative = await orNotFound(
    api(context).call(ShowCooperative, { params: { idOrSlug: params.slug }, query: { locale } }),
  );
  if (cooperative.slug !== params.slug) throw data(null, { status: 404 });
  const listing = await findListing(request, locale, context, { cooperative: cooperative.slug });
  return data({ cooperative, ...listing }, remembering(request, listing));
}

export default function CooperativePage({ loaderData: { cooperative, ...listing } }: Route.ComponentProps) {
  const { t, say, locale } = useTexts('cooperatives');
  const path = usePath();
  const { name, place, region, story, activity, picture, labels } = cooperative;
  return (
    <div className="wrap page stack">
      <PageHead title={name.text} description={story?.text ?? t('aboutOf', { name: name.text })} />
      <Breadcrumb
        trail={[
          { to: '/cooperatives', label: say('title') },
          { to: `/cooperatives/${cooperative.slug}`, label: <Localized value={name} page={locale} /> },
        ]}
      />
      <div className="cooperative-head">
        {picture.isGenerated ? (
          <img className="door-portrait" src={cooperative.emblem} alt="" width={168} height={216} />
        ) : (
          <div className="door-portrait door">
            <Picture value={picture} alt={name.text} sizes="14rem" isFirst />
          </div>
        )}
        <div className="stack">
          <h1>
            <Localized value={name} page={locale} />
          </h1>
          <p>
            <Localized value={place} page={locale} />
            {t('comma')}
            <Link to={path(`/cooperatives?region=${cooperative.regionId}`)}>
              <Localized value={region} page={locale} />
            </Link>
          </p>
          <Members {...cooperative} />
          <ul className="row">
            {cooperative.isVerified ? (
              <li>
                <Badge tone="success" icon="shield">
                  {say('verified')}
                </Badge>
              </li>
            ) : null}
            {cooperative.isWomenLed ? (
              <li>
                <Badge tone="info" icon="star">
                  {say('womenLed')}
                </Badge>
              </li>
            ) : null}
            {labels.map(({ id, kind, name: label }) => (
              <li key={id}>
                <Badge tone="info" icon="leaf">
                  <bdi>{kind}</bdi> <Localized value={label} page={locale} />
                </Badge>
              </li>
            ))}
          </ul>
          {cooperative.isVerified ? <p className="muted small measure">{say('verifiedText')}</p> : null}
          {activity ? (
            <p>
              {say('activity')} <Localized value={activity} page={locale} />
            </p>
          ) : null}
          {story ? (
            <p className="measure preserve">
              <Localized value={story} page={locale} />
            </p>
          ) : null}
        </div>
      </div>
      <section className="section" aria-labelledby="products">
        <SectionTitle id="products">{say('products')}</SectionTitle>
        <Listing
          {...listing}
          within={{ cooperative: cooperative.slug }}
          to={path(`/cooperatives/${cooperative.slug}`)}
          hidden={['cooperative']}
        >
          <NothingFound />
        </Listing>
      </section>
    </div>
  );
}
