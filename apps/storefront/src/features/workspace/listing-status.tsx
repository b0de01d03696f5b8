import { Badge, type IconName, type Tone } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import type { ListingState } from './listing.js';

const looks: Record<ListingState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'info', icon: 'pen' },
  pending: { tone: 'warning', icon: 'clock' },
  online: { tone: 'success', icon: 'check' },
  'to-correct': { tone: 'warning', icon: 'alert' },
  refused: { tone: 'danger', icon: 'close' },
  hidden: { tone: 'info', icon: 'close' },
  changed: { tone: 'success', icon: 'pen' },
  'sold-out': { tone: 'danger', icon: 'box' },
};

export function ListingStatusBadge({ state }: { state: ListingState }) {
  const { say } = useTexts('workspace');
  return (
    <Badge tone={looks[state].tone} icon={looks[state].icon}>
      {say(`status.${state}`)}
    </Badge>
  );
}
