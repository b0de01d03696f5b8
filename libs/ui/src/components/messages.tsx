import type { ReactNode } from 'react';
import { Icon, Knot, type IconName } from './icon.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';
const toneIcon: Record<Tone, IconName> = { info: 'help', success: 'check', warning: 'clock', danger: 'alert' };

/** State in words and a sign, never in colour alone. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      <Icon name={icon ?? toneIcon[tone]} />
      <span>{children}</span>
    </span>
  );
}

export function Note({
  tone,
  icon,
  live,
  children,
}: {
  tone: Tone;
  icon?: IconName;
  /** Read aloud when it appears: after what is being said, or at once. */
  live?: 'polite' | 'assertive';
  children: ReactNode;
}) {
  const role = live && (live === 'polite' ? 'status' : 'alert');
  return (
    <div className={`note note-${tone}`} role={role}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** An empty or broken page: one drawing, one sentence, one action. */
export function Empty({ picture, children }: { picture?: string; children: ReactNode }) {
  return (
    <div className="empty">
      {picture ? <img src={picture} alt="" width={160} height={160} /> : null}
      {children}
    </div>
  );
}

export function SectionTitle({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <div className="section-title">
      <Knot />
      <h2 id={id}>{children}</h2>
    </div>
  );
}

export interface Step {
  key: string;
  label: ReactNode;
  icon?: IconName;
}
/** Where one stands: finished steps, the current one, those to come. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={index < current ? 'done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="mark">
            {index < current ? <Icon name="check" /> : step.icon ? <Icon name={step.icon} /> : index + 1}
          </span>
          <span>{step.label}</span>
        </li>
      ))}
    </ol>
  );
}
