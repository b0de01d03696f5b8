import type { SellerOrder } from '@tiwizi/contracts';
import { Amount, Icon } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { OrderStatusBadge } from './order-status.js';

/** Pictures and quantities first: who reads little recognises the order. */
export function OrderCard({ order }: { order: SellerOrder }) {
  const { say, locale } = useTexts('workspace');
  const path = usePath();
  return (
    <li className="order-card">
      <ul className="order-pictures">
        {order.lines.slice(0, 4).map((line) => (
          <li key={line.id} className="tile">
            <img src={line.picture} alt="" width={96} height={80} loading="lazy" />
            <b className="times">
              <bdi dir="ltr">× {line.quantity}</bdi>
            </b>
          </li>
        ))}
        {order.lines.length > 4 ? <li className="more-lines">+ {order.lines.length - 4}</li> : null}
      </ul>
      <div className="order-words">
        <h2>
          <Link to={path(`/vendeur/commandes/${order.id}`)}>
            {say('orders.one')} <bdi className="figures">{order.number}</bdi>
          </Link>
        </h2>
        <OrderStatusBadge status={order.status} />
        <p className="chip">
          <Icon name="pin" />
          <bdi>{order.city}</bdi>
        </p>
        {order.acceptByText && order.status === 'pending' ? (
          <p className="chip deadline">
            <Icon name="clock" />
            {say('orders.acceptBy', { date: order.acceptByText })}
          </p>
        ) : (
          <p className="chip">
            <Icon name="clock" />
            {order.placedAtText}
          </p>
        )}
        <p className="chip order-due">
          <Icon name="coin" />
          {say('orders.youGet')} <Amount value={order.due} locale={locale} />
        </p>
      </div>
    </li>
  );
}
