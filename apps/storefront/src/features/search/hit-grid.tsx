import type { ProductHit } from '@tiwizi/contracts';
import { Icon } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import { ProductCard } from '../listing/product-card.js';
import { Marked } from '../frame/marked.js';
import { WhyHere } from './why-here.js';

/** What was found: cards that also say which words fit, how far away they were made, and why they stand here. */
export function HitGrid({ hits, isFirst }: { hits: readonly ProductHit[]; isFirst: boolean }) {
  const { locale } = useTexts('search');
  return (
    <ul className="grid">
      {hits.map((hit, position) => (
        <li key={hit.id}>
          <ProductCard
            product={hit}
            isFirst={isFirst && position < 2}
            title={<Marked value={hit.title} marks={hit.titleMarks} page={locale} />}
          >
            <Distance km={hit.distanceKm} />
            <WhyHere hit={hit} />
          </ProductCard>
        </li>
      ))}
    </ul>
  );
}

function Distance({ km }: { km: number | null }) {
  const { say } = useTexts('search');
  if (km === null) return null;
  return (
    <p className="distance">
      <Icon name="pin" />
      <span>{km < 2 ? say('distanceHere') : say('distance', { km })}</span>
    </p>
  );
}
