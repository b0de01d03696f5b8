import { Icon } from '@tiwizi/ui';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

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
