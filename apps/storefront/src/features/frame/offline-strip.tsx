import { Icon } from '@tiwizi/ui';
import { useEffect, useSyncExternalStore } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { useAnnounce } from './announcer.js';

function watch(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );

/** Appears and goes by itself; what needs the network stays where it is. */
export function OfflineStrip() {
  const { say } = useTexts('frame');
  const isOnline = useIsOnline();
  useHoldForms(!isOnline);
  return (
    <output className={isOnline ? undefined : 'offline-strip'}>
      {isOnline ? null : (
        <>
          <Icon name="alert" />
          <span>{say('offline')}</span>
        </>
      )}
    </output>
  );
}

/**
 * Out of the network a form stays on the page with what was typed, and the press is answered with the reason:
 * a request that cannot leave would replace the page by an error.
 */
function useHoldForms(isOffline: boolean): void {
  const { t, langOf } = useTexts('frame');
  const announce = useAnnounce();
  const [reason, lang] = [t('offline'), langOf('offline')];
  useEffect(() => {
    if (!isOffline) return undefined;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      announce({ text: <span lang={lang}>{reason}</span> });
    };
    window.addEventListener('submit', hold, { capture: true });
    return () => {
      window.removeEventListener('submit', hold, { capture: true });
      announce(null);
    };
  }, [isOffline, announce, reason, lang]);
}
