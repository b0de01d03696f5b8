import { useEffect, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { useHydrated } from '../../use-hydrated.js';

/**
 * « Renvoyer le code » with the pause before it. Scripts count it down, without them the style sheet does; whoever presses
 * too early all the same hears from the server how long is left. Given a new `key` with every code that is sent.
 */
export function ResendCode({ seconds, intent }: { seconds: number; intent: string }) {
  const { say } = useTexts('frame');
  const left = useSecondsLeft(seconds);
  const isHydrated = useHydrated();
  const timer = useId();
  return (
    <div className="resend">
      <button
        className="button button-quiet"
        name="intent"
        value={intent}
        disabled={isHydrated && left > 0}
        aria-describedby={left > 0 ? timer : undefined}
      >
        {say('resend')}
      </button>
      {left > 0 ? <Countdown id={timer} left={left} /> : null}
    </div>
  );
}

const numberStands = '#';

/** A timer is read when one comes to it, not at every second. */
function Countdown({ id, left }: { id: string; left: number }) {
  const { t, langOf } = useTexts('frame');
  const [before = '', after = ''] = t('resendIn', { left: numberStands }).split(numberStands);
  return (
    <p className={`countdown left-${left} muted small`} id={id} role="timer" lang={langOf('resendIn')}>
      {before}
      <b className="figures">{left}</b>
      {after}
    </p>
  );
}

function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(now);
      if (!now) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
