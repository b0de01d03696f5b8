import { Note } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

/** What was just done, said by the address after a redirect (`?fait=accepted`), so that it works without scripts. */
export function Done({ texts }: { texts: Record<string, ReactNode> }) {
  const [search] = useSearchParams();
  const text = texts[search.get('fait') ?? ''];
  if (!text) return null;
  return (
    <Note tone="success" live="polite">
      <p>{text}</p>
    </Note>
  );
}
