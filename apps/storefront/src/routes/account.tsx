import { ListMyOrders, SignOut } from '@tiwizi/contracts';
import { Icon } from '@tiwizi/ui';
import { Form, Link, redirect } from 'react-router';
import { api } from '../app-context.js';
import { OrderList } from '../features/orders/order-list.js';
import { forgetDrafts } from '../features/frame/drafts.js';
import { phoneText } from '../features/checkout/phone-text.js';
import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import { signedIn } from '../server/account.server.js';
import type { Route } from './+types/account.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const account = signedIn(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const orders = await api(context).call(ListMyOrders, { query: { locale, limit: 5 } });
  return { account, orders: orders.items, hasMore: Boolean(orders.nextCursor) };
}

export async function action({ request, context }: Route.ActionArgs) {
  await api(context).call(SignOut);
  return redirect(pathIn(localeOf(new URL(request.url).pathname), '/'));
}

export default function AccountPage({ loaderData: { account, orders, hasMore } }: Route.ComponentProps) {
  const { t, say } = useTexts('account');
  const path = usePath();
  const isDesk = account.roles.some((role) => role !== 'buyer' && role !== 'seller');
  return (
    <div className="wrap page stack">
      <PageHead title={t('accountTitle')} />
      <h1>{say('hello', { name: account.name })}</h1>
      {account.cooperatives.length || isDesk ? (
        <nav className="row" aria-label={t('spaces')}>
          {account.cooperatives.length ? (
            <Link className="button button-main" to={path('/vendeur')} reloadDocument>
              {say('workspace')}
            </Link>
          ) : null}
          {isDesk ? (
            <Link className="button button-main" to={path('/admin')} reloadDocument>
              {say('desk')}
            </Link>
          ) : null}
        </nav>
      ) : null}
      <div className="two-columns">
        <section className="stack" aria-labelledby="my-orders">
          <h2 id="my-orders">{say('orders')}</h2>
          {orders.length ? (
            <>
              <OrderList orders={orders} />
              {hasMore ? (
                <p>
                  <Link className="button button-line" to={path('/compte/commandes')}>
                    {say('allOrders')}
                  </Link>
                </p>
              ) : null}
            </>
          ) : (
            <>
              <p className="muted">{say('noOrders')}</p>
              <p>
                <Link className="button button-line" to={path('/recherche')}>
                  {say('discover')}
                </Link>
              </p>
            </>
          )}
        </section>
        <section className="panel stack" aria-labelledby="my-details">
          <h2 id="my-details">{say('details')}</h2>
          <p>
            <bdi>{account.name}</bdi>
          </p>
          {account.phone ? (
            <p className="tick">
              <Icon name="phone" />
              <bdi dir="ltr">{phoneText(account.phone)}</bdi>
            </p>
          ) : null}
          {account.email ? (
            <p className="tick">
              <Icon name="mail" />
              <bdi dir="ltr">{account.email}</bdi>
            </p>
          ) : null}
          <Form method="post" reloadDocument onSubmit={forgetDrafts}>
            <button className="button button-line">{say('signOut')}</button>
          </Form>
        </section>
      </div>
    </div>
  );
}
