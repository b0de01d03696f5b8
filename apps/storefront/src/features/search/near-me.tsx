import type { SearchResult } from '@tiwizi/contracts';
import { Icon, Localized } from '@tiwizi/ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { City } from '../../server/delivery.server.js';
import { useHydrated } from '../../use-hydrated.js';
import { formId } from './filter-form.js';
import { writeFilters, type Filters } from './filters.js';

interface NearMeProps {
  filters: Filters;
  near: SearchResult['near'];
  cities: readonly City[];
  remembered: string | null;
  to: string;
}

/** A place is chosen from a list, or found by the browser after a press; only the province's code leaves for the server. */
export function NearMe({ filters, near, cities, remembered, to }: NearMeProps) {
  const { t, say, locale } = useTexts('search');
  const known = cities.find(({ id }) => id === remembered);
  const chosen = cities.find(({ id }) => id === filters.near)?.name ?? near?.name;
  const from = (place: string | null) =>
    to +
    writeFilters({
      ...filters,
      near: place,
      page: 1,
      sort: place || filters.sort !== 'nearest' ? filters.sort : 'relevance',
    });
  return (
    <details className="near-me">
      <summary>
        <Icon name="pin" />
        {chosen ? (
          <span>
            {say('near')}
            {t('colon')}
            <b>
              <Localized value={chosen} page={locale} />
            </b>
          </span>
        ) : (
          <span>{say('nearMe')}</span>
        )}
      </summary>
      <div className="near-choice">
        {known && known.id !== filters.near ? (
          <Link className="chip-link" to={from(known.id)} preventScrollReset>
            <Icon name="pin" />
            <Localized value={known.name} page={locale} />
          </Link>
        ) : null}
        <label className="field">
          <span className="field-label">{say('nearChoose')}</span>
          <select
            name="pres"
            form={formId}
            key={filters.near}
            defaultValue={filters.near ?? ''}
            onChange={(event) => event.currentTarget.form?.requestSubmit()}
          >
            <option value="">{t('nearAny')}</option>
            {cities.map(({ id, name }) => (
              <option key={id} value={id} lang={name.locale}>
                {name.text}
              </option>
            ))}
          </select>
        </label>
        <button className="button button-line without-script" form={formId}>
          {say('apply')}
        </button>
        <Locate from={from} />
        {filters.near ? (
          <Link className="button button-quiet" to={from(null)} preventScrollReset>
            {say('nearForget')}
          </Link>
        ) : null}
      </div>
    </details>
  );
}

type Locating = 'asked' | 'located' | 'locateRefused' | 'locateAbroad' | null;

/** The browser's own question comes after this press, never before; the point on the map stays in the browser. */
function Locate({ from }: { from: (place: string) => string }) {
  const { say } = useTexts('search');
  const navigate = useNavigate();
  const isHydrated = useHydrated();
  const [state, setState] = useState<Locating>(null);
  const found = async ({ coords }: GeolocationPosition) => {
    const { nearestProvince } = await import('./nearest-province.js');
    const province = nearestProvince(coords.latitude, coords.longitude);
    setState(province ? 'located' : 'locateAbroad');
    if (province) await navigate(from(province), { preventScrollReset: true });
  };
  const ask = () => {
    setState('asked');
    const refused = () => setState('locateRefused');
    navigator.geolocation.getCurrentPosition((position) => void found(position).catch(refused), refused, {
      enableHighAccuracy: false,
      maximumAge: 600_000,
      timeout: 15_000,
    });
  };
  return (
    // Shown with the scripts it needs; written before, so that the page's words do not change.
    <div className="locate" hidden={!isHydrated || !('geolocation' in navigator)}>
      <button className="button button-line" type="button" onClick={ask} aria-busy={state === 'asked' || undefined}>
        <Icon name="pin" />
        {say('locate')}
      </button>
      <p className="muted small">{say('locateHint')}</p>
      <output>{state === 'locateRefused' || state === 'locateAbroad' ? say(state) : null}</output>
    </div>
  );
}
