import { ListSellerOrders } from '@tiwizi/contracts';
import { Empty } from '@tiwizi/ui';
import { Link } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { PageHead } from '../../features/frame/page-head.js';
import { OrderCard } from '../../features/workspace/order-card.js';
import { groupOf, orderGroups } from '../../features/workspace/order-groups.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, usePath } from '../../paths.js';
import type { Route } from './+types/orders.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const { pathname, searchParams } = new URL(request.url);
  const group = groupOf(searchParams.get('liste'));
  const cursor = searchParams.get('suite') ?? undefined;
  const query = { locale: localeOf(pathname), group: group.key, limit: 20, ...(cursor && { cursor }) };
  const { items, nextCursor, counts } = await api(context).call(ListSellerOrders, { params: { coopId }, query });
  return { items, nextCursor, counts, group: group.word };
}

export default function Orders({ loaderData: { items, nextCursor, counts, group } }: Route.ComponentProps) {
  const { t, say } = useTexts('workspace');
  const path = usePath();
  return (
    <div className="stack">
      <PageHead title={t('orders.title')} />
      <DeskHead title={say('orders.title')} />
      <Done texts={{ rejected: say('orders.rejectedDone') }} />
      <nav className="pills pills-all" aria-label={t('orders.lists')}>
        {orderGroups.map((each) => (
          <Link
            key={each.word}
            to={path(`/vendeur/commandes?liste=${each.word}`)}
            className={each.word === group ? 'on' : ''}
            aria-current={each.word === group ? 'page' : undefined}
          >
            {say(`orders.${each.word}`)} <b className="count">{counts[each.count]}</b>
          </Link>
        ))}
      </nav>
      {items.length ? (
        <ul className="seller-orders">
          {items.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
        </ul>
      ) : (
        <Empty picture="/pictures/categories/basketry.svg">
          <p>{say('orders.none')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link className="button button-line" to={`?${new URLSearchParams({ liste: group, suite: nextCursor })}`}>
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
