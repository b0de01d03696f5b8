import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Controls that only work with scripts appear with them: before, there is no dead button. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
