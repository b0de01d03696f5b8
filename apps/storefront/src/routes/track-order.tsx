import { CancelOrder } from '@tiwizi/contracts';
import { Note } from '@tiwizi/ui';
import { data, Form, Link, useNavigation } from 'react-router';
import { api } from '../app-context.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { OrderReference } from '../features/orders/order-reference.js';
import { OrderBadge, OrderSummary } from '../features/orders/order-summary.js';
import { ParcelProgress } from '../features/orders/parcel-progress.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, usePath } from '../paths.js';
import { readOrder, tokenFor, withToken } from '../server/orders.server.js';
import { refusalOf } from '../server/refusal.server.js';
import type { Route } from './+types/track-order.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { order, token } = await readOrder(request, params.ref, context);
  const isEarly = order.subOrders.every(({ status }) => ['pending', 'accepted', 'preparing'].includes(status));
  const canCancel = isEarly && ['placed', 'confirmed', 'in_progress'].includes(order.status);
  return { order, proof: withToken(token), canCancel, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  try {
    await api(context).call(CancelOrder, {
      params: { number: params.ref },
      query: { locale, token: tokenFor(request, params.ref) },
      body: {},
      idempotencyKey: String(form.get('key')),
    });
    return { isCanceled: true };
  } catch (error) {
    const refusal = refusalOf(error, locale);
    return data({ refusal, isCanceled: false }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, isCanceled: false }));

export default function TrackOrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, proof, canCancel, key } = loaderData;
  const { t, say } = useTexts('orders');
  const path = usePath();
  const isBusy = useNavigation().state === 'submitting';
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined;
  return (
    <div className="wrap page stack">
      <PageHead title={t('orderTitle', { number: order.number })} hasErrors={Boolean(refusal)} />
      <h1>{say('orderHeading')}</h1>
      <OrderReference number={order.number} />
      <p>
        <OrderBadge status={order.status} />
      </p>
      <ErrorSummary refusal={refusal} />
      {actionData?.isCanceled ? (
        <Note tone="success" live="polite">
          {say('canceledText')}
        </Note>
      ) : null}
      {order.status === 'placed' ? (
        <Note tone="warning">
          <Link to={path(`/commande/merci/${order.number}${proof}`)}>{say('finish')}</Link>
        </Note>
      ) : null}
      <div className="two-columns">
        <div className="stack">
          {order.subOrders.map((subOrder) => (
            <ParcelProgress key={subOrder.id} subOrder={subOrder} />
          ))}
        </div>
        <OrderSummary order={order}>
          <Link className="button button-line" to={path('/aide')}>
            {say('report')}
          </Link>
          {canCancel ? (
            <details className="cancel">
              <summary className="button button-quiet">{say('cancel')}</summary>
              <Form method="post" className="stack">
                <input type="hidden" name="key" value={key} />
                <p>{say('cancelText')}</p>
                <button className="button button-danger" aria-busy={isBusy || undefined}>
                  {say('cancelConfirm')}
                </button>
              </Form>
            </details>
          ) : null}
        </OrderSummary>
      </div>
    </div>
  );
}
