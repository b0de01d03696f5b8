import type { ProductHit } from '@tiwizi/contracts';
import { Icon } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';

/** Why a product stands where it stands: what counted most first, what counted against it last. */
export function WhyHere({ hit }: { hit: ProductHit }) {
  const { t, say } = useTexts('search');
  const reasons = hit.why.filter(({ points }) => points !== 0).sort((a, b) => b.points - a.points);
  if (!reasons.length) return null;
  return (
    <details className="why">
      <summary aria-label={t('whyOf', { title: hit.title.text })}>
        <Icon name="help" />
        {say('why')}
      </summary>
      <ul>
        {reasons.map(({ code, points }) => (
          <li key={code} className={points < 0 ? 'against' : undefined}>
            <Icon name={points < 0 ? 'undo' : 'check'} />
            <span>{say(`why-${code}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
