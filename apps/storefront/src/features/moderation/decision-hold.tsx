import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useFetcher, useNavigate } from 'react-router';
import { Localized } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import type { TypedDecision } from './typed-decision.js';

export interface Held {
  readonly form: FormData;
  /** The case's own address, which takes the decision. */
  readonly action: string;
  readonly title: string;
  /** As it was typed, to be put back when it is taken back. */
  readonly decision: TypedDecision;
}
const HoldContext = createContext<(held: Held) => void>(() => undefined);
export const useHold = () => useContext(HoldContext);

const heldSeconds = 10;

/**
 * MOD-4: a decision waits ten seconds with « Annuler » beside it while the next case is already open; the wait stops
 * while somebody is on the button. Leaving the page sends it: what was decided is never forgotten.
 */
export function DecisionHold({ children }: { children: ReactNode }) {
  const fetcher = useFetcher<{ refusal?: Refusal }>();
  const [held, setHeld] = useState<Held | null>(null);
  const [left, setLeft] = useState(heldSeconds);
  const [isFocused, setFocused] = useState(false);
  const { submit } = fetcher;
  const latest = useRef<Held | null>(null);
  const [sent, setSent] = useState<Held | null>(null);
  const post = useCallback(
    (decided: Held) => {
      setSent(decided);
      void submit(decided.form, { method: 'post', action: decided.action });
    },
    [submit],
  );
  const send = useCallback(() => {
    const { current } = latest;
    latest.current = null;
    setHeld(null);
    if (current) post(current);
  }, [post]);
  const hold = useMemo(
    () => (next: Held) => {
      send();
      latest.current = next;
      setHeld(next);
      setLeft(heldSeconds);
    },
    [send],
  );
  useEffect(() => {
    if (!held || isFocused) return undefined;
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : send()), 1000);
    return () => clearTimeout(timer);
  }, [held, isFocused, left, send]);
  useEffect(() => {
    const leave = () => {
      const { current } = latest;
      latest.current = null;
      if (current) navigator.sendBeacon(current.action, current.form);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const drop = () => {
    latest.current = null;
    setHeld(null);
  };
  return (
    <HoldContext value={hold}>
      {fetcher.data?.refusal && sent && !held ? (
        <Refused refusal={fetcher.data.refusal} sent={sent} onRetry={() => post(sent)} />
      ) : null}
      {children}
      {held ? (
        <div className="hold-bar" onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
          <HeldDecision held={held} left={left} onSend={send} onDrop={drop} />
        </div>
      ) : null}
    </HoldContext>
  );
}

function HeldDecision({
  held,
  left,
  onSend,
  onDrop,
}: {
  held: Held;
  left: number;
  onSend: () => void;
  onDrop: () => void;
}) {
  const { say } = useTexts('moderation');
  const navigate = useNavigate();
  return (
    <>
      <output>{say('hold.text', { title: held.title })}</output>
      <span className="figures hold-count" aria-hidden="true">
        {left}
      </span>
      <button
        type="button"
        className="button button-line"
        onClick={() => {
          onDrop();
          void navigate(held.action, { state: { decision: held.decision } });
        }}
      >
        {say('hold.undo')}
      </button>
      <button type="button" className="button button-quiet" onClick={onSend}>
        {say('hold.now')}
      </button>
    </>
  );
}

function Refused({ refusal, sent, onRetry }: { refusal: Refusal; sent: Held; onRetry: () => void }) {
  const { say, locale } = useTexts('moderation');
  const { say: frame } = useTexts('frame');
  return (
    <div className="wrap" role="alert">
      <div className="error-summary">
        <h2>{say('hold.refused')}</h2>
        <p>
          <Localized value={refusal.text} page={locale} />
        </p>
        <p className="row">
          {refusal.code === 'network' ? (
            <button type="button" className="button button-line" onClick={onRetry}>
              {frame('retry')}
            </button>
          ) : null}
          <Link to={sent.action} state={{ decision: sent.decision }}>
            {say('hold.reopen')}
          </Link>
        </p>
      </div>
    </div>
  );
}
