import type { SellerOrder } from '@tiwizi/contracts';
import { Badge, type IconName, type Tone } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';

type Status = SellerOrder['status'];
const todo = { tone: 'warning', icon: 'clock' } as const;
const going = { tone: 'info', icon: 'truck' } as const;
const done = { tone: 'success', icon: 'check' } as const;
const lost = { tone: 'danger', icon: 'close' } as const;
const back = { tone: 'warning', icon: 'undo' } as const;

const looks: Record<Status, { tone: Tone; icon: IconName }> = {
  pending: todo,
  accepted: { tone: 'info', icon: 'box' },
  preparing: { tone: 'info', icon: 'box' },
  ready: { tone: 'success', icon: 'box' },
  shipped: going,
  delivered: done,
  completed: done,
  rejected: lost,
  auto_rejected: lost,
  canceled: lost,
  refused: lost,
  undeliverable: lost,
  returning: back,
  returned: back,
  return_requested: back,
  return_approved: back,
  return_rejected: lost,
};

export function OrderStatusBadge({ status }: { status: Status }) {
  const { say } = useTexts('workspace');
  return (
    <Badge tone={looks[status].tone} icon={looks[status].icon}>
      {say(`order.${status}`)}
    </Badge>
  );
}
