import { ListMyOrders } from '@tiwizi/contracts';
import { Link } from 'react-router';
import { api } from '../app-context.js';
import { OrderList } from '../features/orders/order-list.js';
import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath } from '../paths.js';
import { signedIn } from '../server/account.server.js';
import type { Route } from './+types/account-orders.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  signedIn(request, context);
  const { pathname, searchParams } = new URL(request.url);
  const cursor = searchParams.get('suite')?.slice(0, 500) || undefined;
  return api(context).call(ListMyOrders, { query: { locale: localeOf(pathname), limit: 20, cursor } });
}

export default function MyOrdersPage({ loaderData: { items, nextCursor } }: Route.ComponentProps) {
  const { t, say } = useTexts('account');
  const path = usePath();
  return (
    <div className="wrap page narrow stack">
      <PageHead title={t('orders')} />
      <h1>{say('orders')}</h1>
      {items.length ? <OrderList orders={items} /> : <p className="muted">{say('noOrders')}</p>}
      <p className="row">
        {nextCursor ? (
          <Link className="button button-line" to={`?${new URLSearchParams({ suite: nextCursor })}`}>
            {say('older')}
          </Link>
        ) : null}
        <Link to={path('/compte')}>{say('back')}</Link>
      </p>
    </div>
  );
}
