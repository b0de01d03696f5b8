import type { ReactNode } from 'react';
import { Icon } from '@tiwizi/ui';
import { Link } from 'react-router';

/** Top of every desk page: the way back, the question of the page, what to know before answering. */
export function DeskHead({
  title,
  intro,
  back,
  children,
}: {
  title: ReactNode;
  intro?: ReactNode;
  back?: { to: string; label: ReactNode };
  children?: ReactNode;
}) {
  return (
    <header className="desk-head">
      {back ? (
        <Link className="desk-back" to={back.to}>
          <Icon name="arrow" />
          <span>{back.label}</span>
        </Link>
      ) : null}
      <div className="spread">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
      {intro ? <p className="muted measure">{intro}</p> : null}
    </header>
  );
}
