import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

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
  const [message, setMessage] = useState<Message | null>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!message || isHeld) return undefined;
    const timer = setTimeout(() => setMessage(null), standsMs);
    return () => clearTimeout(timer);
  }, [message, isHeld]);
  const announce = useMemo(() => (next: Message | null) => setMessage(next), []);
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
