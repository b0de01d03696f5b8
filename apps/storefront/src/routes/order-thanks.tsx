import { ConfirmOrder, ResendOrderCode } from '@tiwizi/contracts';
import { Note } from '@tiwizi/ui';
import { data, Link, redirect } from 'react-router';
import { api, app } from '../app-context.js';
import { PageHead } from '../features/frame/page-head.js';
import { ConfirmPhone } from '../features/orders/confirm-phone.js';
import { OrderReference } from '../features/orders/order-reference.js';
import { OrderSummary } from '../features/orders/order-summary.js';
import { ParcelProgress } from '../features/orders/parcel-progress.js';
import { sentence } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import { readOrder, tokenFor, withToken } from '../server/orders.server.js';
import { ownRefusal, refusalOf, type Refusal } from '../server/refusal.server.js';
import type { Route } from './+types/order-thanks.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { order, token } = await readOrder(request, params.ref, context);
  const locale = localeOf(new URL(request.url).pathname);
  const { account, isDemo } = app(context);
  const isUnpaid = order.status === 'placed' && order.payment.method === 'card';
  if (isUnpaid) throw redirect(pathIn(locale, `/commande/retour/${order.number}${withToken(token)}`));
  const { nextAction } = order.payment;
  const resendAt = nextAction?.type === 'confirm-phone' ? nextAction.resendAt : order.placedAt;
  const seconds = Math.max(0, Math.ceil((Date.parse(resendAt) - Date.now()) / 1000));
  const follow = `/suivi/${order.number}${withToken(token)}`;
  return { order, follow, pause: { seconds, since: resendAt }, isDemo, isGuest: !account };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const token = tokenFor(request, params.ref);
  const to = { params: { number: params.ref } };
  const isResend = form.get('intent') === 'resend';
  try {
    if (isResend) {
      await api(context).call(ResendOrderCode, { ...to, query: { token } });
      return { isResent: true };
    }
    const code = String(form.get('code') ?? '').replace(/\s/g, '');
    // An empty field is no try.
    if (!code) {
      const refusal = ownRefusal(locale, { code: sentence(locale, 'account', 'codeRequired') });
      return data({ refusal, isResent: false }, { status: 400 });
    }
    await api(context).call(ConfirmOrder, { ...to, query: { locale, token }, body: { code } });
    return redirect(pathIn(locale, `/commande/merci/${params.ref}${withToken(token)}`));
  } catch (error) {
    const refusal = refusalOf(error, locale);
    const told: Refusal = isResend ? refusal : { ...refusal, fields: { code: refusal.text } };
    return data({ refusal: told, isResent: false }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, isResent: false }));

export default function ThanksPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, follow, pause, isDemo, isGuest } = loaderData;
  const { t, say } = useTexts('orders');
  const path = usePath();
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined;
  const { nextAction } = order.payment;
  const isWaiting = order.status === 'placed' && nextAction?.type === 'confirm-phone';
  const ended = order.status === 'expired' || order.status === 'canceled' ? order.status : null;
  const title = isWaiting ? 'almostTitle' : ended ? 'orderHeading' : 'thanksTitle';
  return (
    <div className="wrap page stack">
      <PageHead title={t(title)} hasErrors={Boolean(refusal)} />
      <h1>{say(title)}</h1>
      <OrderReference number={order.number} />
      {isWaiting ? (
        <ConfirmPhone
          phoneMasked={nextAction.phoneMasked}
          pause={pause}
          refusal={refusal}
          isResent={actionData?.isResent ?? false}
          isDemo={isDemo}
        />
      ) : ended ? (
        <Note tone="warning">{say(`ended-${ended}`)}</Note>
      ) : (
        <Note tone="success" live="polite">
          {say('thanksText')}
        </Note>
      )}
      <div className="two-columns">
        <div className="stack">
          {order.subOrders.map((subOrder) => (
            <ParcelProgress key={subOrder.id} subOrder={subOrder} />
          ))}
        </div>
        <OrderSummary order={order}>
          <Link className="button button-line" to={path(follow)}>
            {say('follow')}
          </Link>
          {isGuest ? (
            <p className="small">
              {say('openAccount')} <Link to={`${path('/connexion')}?nouveau=1`}>{say('createAccount')}</Link>
            </p>
          ) : null}
        </OrderSummary>
      </div>
    </div>
  );
}
