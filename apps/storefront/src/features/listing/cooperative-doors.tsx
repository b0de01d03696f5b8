import type { CooperativeChip } from '@tiwizi/contracts';
import { Localized } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

/** Cooperatives behind their doors: the arch is theirs alone. */
export function CooperativeDoors({
  cooperatives,
}: {
  cooperatives: readonly (CooperativeChip & { productCount: number })[];
}) {
  const { say, locale } = useTexts('listing');
  const path = usePath();
  return (
    <ul className="doors">
      {cooperatives.map((cooperative) => (
        <li key={cooperative.id}>
          <article className="door-card">
            <img className="door door-wide" src={cooperative.emblem} alt="" width={168} height={216} loading="lazy" />
            <h3>
              <Link to={path(`/cooperatives/${cooperative.slug}`)}>
                <Localized value={cooperative.name} page={locale} />
              </Link>
            </h3>
            <p className="muted small">
              <Localized value={cooperative.place} page={locale} />
            </p>
            <p className="small">{say('products', { count: cooperative.productCount })}</p>
          </article>
        </li>
      ))}
    </ul>
  );
}
