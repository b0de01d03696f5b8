import type { CooperativeHit } from '@tiwizi/contracts';
import { Localized } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { Marked } from '../frame/marked.js';

/** Cooperatives of such a name, behind their doors. */
export function FoundCooperatives({ cooperatives, level }: { cooperatives: readonly CooperativeHit[]; level: 2 | 3 }) {
  const { say, locale } = useTexts('listing');
  const { say: search } = useTexts('search');
  const path = usePath();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="found-cooperatives">
      {cooperatives.map((one) => (
        <li key={one.id}>
          <article>
            <img className="door" src={one.emblem} alt="" width={56} height={72} loading="lazy" />
            <div>
              <Heading>
                <Link to={path(`/cooperatives/${one.slug}`)}>
                  <Marked value={one.name} marks={one.nameMarks} page={locale} />
                </Link>
              </Heading>
              <p className="muted small">
                <Localized value={one.place} page={locale} />
              </p>
              <p className="small">
                {say('products', { count: one.productCount })}
                {one.isWomenLed ? (
                  <>
                    {' · '}
                    {search('womenLedOne')}
                  </>
                ) : null}
              </p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
