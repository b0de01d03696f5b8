import type { SearchResult } from '@tiwizi/contracts';
import { Localized } from '@tiwizi/ui';
import type { LocalizedText } from '@tiwizi/i18n';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { cleared, countFilters, facets, without, writeFilters, type Facet, type Filters } from './filters.js';

/** Every filter in use is a link that takes it away. */
export function AppliedFilters({ filters, result, to }: { filters: Filters; result: SearchResult; to: string }) {
  const { t, say, locale } = useTexts('search');
  const count = countFilters(filters);
  if (!count) return null;
  const labelOf = (facet: Facet, value: string): LocalizedText =>
    result.facets[facet].find((one) => one.value === value)?.label ?? { locale, text: value };
  const first = { ...filters, page: 1 };
  return (
    <ul className="applied">
      {facets.flatMap((facet) =>
        filters[facet].map((value) => (
          <Chip
            key={`${facet}/${value}`}
            to={to + writeFilters(without(filters, facet, value))}
            name={`${t(`facet-${facet}`)}${t('colon')}${labelOf(facet, value).text}`}
          >
            {say(`facet-${facet}`)}
            {t('colon')}
            <Localized value={labelOf(facet, value)} page={locale} />
          </Chip>
        )),
      )}
      {filters.priceMin !== null ? (
        <Chip to={to + writeFilters({ ...first, priceMin: null })} name={t('atLeast', { amount: filters.priceMin })}>
          {say('atLeast', { amount: filters.priceMin })}
        </Chip>
      ) : null}
      {filters.priceMax !== null ? (
        <Chip to={to + writeFilters({ ...first, priceMax: null })} name={t('atMost', { amount: filters.priceMax })}>
          {say('atMost', { amount: filters.priceMax })}
        </Chip>
      ) : null}
      {filters.inStock ? (
        <Chip to={to + writeFilters({ ...first, inStock: false })} name={t('onlyInStock')}>
          {say('onlyInStock')}
        </Chip>
      ) : null}
      {filters.womenLed ? (
        <Chip to={to + writeFilters({ ...first, womenLed: false })} name={t('womenLed')}>
          {say('womenLed')}
        </Chip>
      ) : null}
      {count > 1 ? (
        <li>
          <Link className="chip-link chip-clear" to={to + writeFilters(cleared(filters))} preventScrollReset>
            {say('clearAll')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function Chip({ to, name, children }: { to: string; name: string; children: ReactNode }) {
  const { t } = useTexts('search');
  return (
    <li>
      <Link className="chip-link" to={to} aria-label={t('removeFilter', { filter: name })} preventScrollReset>
        <span aria-hidden="true">✕</span> {children}
      </Link>
    </li>
  );
}
