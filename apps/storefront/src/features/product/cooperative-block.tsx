import type { ProductDetail } from '@tiwizi/contracts';
import { Badge, Localized } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

export function CooperativeBlock({
  cooperative,
  details,
}: {
  cooperative: ProductDetail['cooperative'];
  details: ProductDetail['cooperativeDetails'];
}) {
  const { say, locale } = useTexts('product');
  const path = usePath();
  return (
    <div className="cooperative-block panel">
      <img className="door door-wide" src={cooperative.emblem} alt="" width={168} height={216} loading="lazy" />
      <div className="stack">
        <h3>
          <Localized value={cooperative.name} page={locale} />
        </h3>
        <p className="muted">
          <Localized value={cooperative.place} page={locale} />
        </p>
        {cooperative.isVerified ? (
          <Badge tone="success" icon="shield">
            {say('verified')}
          </Badge>
        ) : null}
        <Members {...details} />
        {details.story ? (
          <p className="measure preserve">
            <Localized value={details.story} page={locale} />
          </p>
        ) : null}
        <p>
          <Link className="button button-line" to={path(`/cooperatives/${cooperative.slug}`)}>
            {say('seeCooperative')}
          </Link>
        </p>
      </div>
    </div>
  );
}

export function Members({
  memberCount,
  womenCount,
  foundedYear,
}: {
  memberCount: number | null;
  womenCount: number | null;
  foundedYear: number | null;
}) {
  const { t, say } = useTexts('product');
  if (!memberCount && !foundedYear) return null;
  return (
    <p className="muted">
      {memberCount ? say('members', { count: memberCount }) : null}
      {memberCount && womenCount ? (
        <>
          {t('comma')}
          {say('women', { count: womenCount })}
        </>
      ) : null}
      {foundedYear ? (
        <>
          {memberCount ? t('comma') : null}
          {say('since', { year: String(foundedYear) })}
        </>
      ) : null}
    </p>
  );
}
