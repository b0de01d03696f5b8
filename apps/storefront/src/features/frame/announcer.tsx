import { useLocation } from 'react-router';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

interface Message {
  readonly text: ReactNode;
  /** Next in tab order while the message stands, for instance « Annuler ». */
  readonly action?: ReactNode;
}

const AnnouncerContext = createContext<(message: Message | null) => void>(() => undefined);

/** Says something once, without moving focus. The message leaves by itself; nothing depends on having read it. */
export const useAnnounce = () => useContext(AnnouncerContext);

const standsMs = 10_000;

export function Announcer({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [said, setSaid] = useState<{ message: Message; on: string } | null>(null);
  // A message about the last page would only cover the next one.
  const message = said?.on === pathname ? said.message : null;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!message || isHeld) return undefined;
    const timer = setTimeout(() => setSaid(null), standsMs);
    return () => clearTimeout(timer);
  }, [message, isHeld]);
  const announce = useCallback((next: Message | null) => setSaid(next && { message: next, on: pathname }), [pathname]);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className={message ? 'toast' : undefined} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
        <output>{message?.text}</output>
        {message?.action}
      </div>
    </AnnouncerContext>
  );
}
