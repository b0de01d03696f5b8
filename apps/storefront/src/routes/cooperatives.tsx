import { ListCooperatives, ListRegions } from '@tiwizi/contracts';
import { Form, Link, useSubmit } from 'react-router';
import { api } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { CooperativeDoors } from '../features/listing/cooperative-doors.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf } from '../paths.js';
import type { Route } from './+types/cooperatives.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const client = api(context);
  const { regions } = await client.call(ListRegions, { query: { locale } });
  const asked = searchParams.get('region');
  const region = regions.some(({ id }) => id === asked) ? (asked ?? undefined) : undefined;
  const cursor = searchParams.get('suite')?.slice(0, 500) || undefined;
  const { items, nextCursor } = await client.call(ListCooperatives, { query: { locale, region, cursor, limit: 24 } });
  return {
    cooperatives: items,
    nextCursor,
    region: region ?? '',
    regions: regions.map(({ id, name }) => ({ id, name })),
  };
}

export default function CooperativesPage({ loaderData }: Route.ComponentProps) {
  const { cooperatives, nextCursor, region, regions } = loaderData;
  const { t, say } = useTexts('cooperatives');
  const submit = useSubmit();
  const next = new URLSearchParams({ ...(region && { region }), suite: nextCursor ?? '' });
  return (
    <div className="wrap page stack">
      <PageHead title={t('title')} description={t('description')} />
      <h1>{say('title')}</h1>
      <p className="muted measure">{say('description')}</p>
      <Form className="city-form" onChange={(event) => void submit(event.currentTarget)}>
        <label className="field">
          <span className="field-label">{say('region')}</span>
          <select name="region" key={region} defaultValue={region}>
            <option value="">{t('allRegions')}</option>
            {regions.map(({ id, name }) => (
              <option key={id} value={id} lang={name.locale}>
                {name.text}
              </option>
            ))}
          </select>
        </label>
        <button className="button button-line without-script">{say('show')}</button>
      </Form>
      <h2 className="visually-hidden">{say('list')}</h2>
      {cooperatives.length ? (
        <CooperativeDoors cooperatives={cooperatives} />
      ) : (
        <p className="muted">{say('noneHere')}</p>
      )}
      {nextCursor ? (
        <p className="section-more">
          <Link className="button button-line" to={`?${next}`}>
            {say('more')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
