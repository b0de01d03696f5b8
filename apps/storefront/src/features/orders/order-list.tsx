import type { ListMyOrders, ResponseOf } from '@tiwizi/contracts';
import { Amount } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { OrderBadge } from './order-summary.js';

type MyOrder = ResponseOf<typeof ListMyOrders>['items'][number];

export function OrderList({ orders }: { orders: readonly MyOrder[] }) {
  const { say, locale } = useTexts('orders');
  const path = usePath();
  return (
    <ul className="order-list">
      {orders.map((order) => (
        <li key={order.number} className="panel">
          <div>
            <Link to={path(`/suivi/${order.number}`)}>
              <bdi className="figures" dir="ltr">
                {order.number}
              </bdi>
            </Link>
            <p className="muted small">
              {order.placedAtText} · {say('parcels', { count: order.parcelCount })}
            </p>
          </div>
          <OrderBadge status={order.status} />
          <b>
            <Amount value={order.total} locale={locale} />
          </b>
        </li>
      ))}
    </ul>
  );
}
