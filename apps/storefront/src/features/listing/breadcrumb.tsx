import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

export interface Crumb {
  readonly to: string;
  readonly label: ReactNode;
}

export function Breadcrumb({ trail }: { trail: readonly Crumb[] }) {
  const { t } = useTexts('listing');
  const { say } = useTexts('frame');
  const path = usePath();
  return (
    <nav className="breadcrumb" aria-label={t('breadcrumb')}>
      <ol>
        <li>
          <Link to={path('/')}>{say('home')}</Link>
        </li>
        {trail.map(({ to, label }) => (
          <li key={to}>
            <Link to={path(to)}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
