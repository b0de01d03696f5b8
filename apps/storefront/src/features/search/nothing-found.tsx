import { Icon } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

export function NothingFound({ children, ways }: { children?: ReactNode; ways?: ReactNode }) {
  const { say } = useTexts('search');
  return (
    <div className="nothing-found stack">
      <Icon name="search" />
      <p>
        <b>{children ?? say('nothingHere')}</b>
      </p>
      <p className="muted">{say('nothingAdvice')}</p>
      {ways ? <p className="row nothing-ways">{ways}</p> : null}
    </div>
  );
}
