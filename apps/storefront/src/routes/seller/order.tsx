import { randomUUID } from 'node:crypto';
import { AcceptSubOrder, HandOver, MarkReady, RejectSubOrder, ShowSellerOrder } from '@tiwizi/contracts';
import { data, redirect } from 'react-router';
import { api, type ApiClient } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { textOf } from '../../server/fields.server.js';
import { orNotFound } from '../../server/or-not-found.server.js';
import { errorOf, ErrorSummary } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { rejectReasons } from '../../features/workspace/order-acts.js';
import { OrderAddress, OrderLines, OrderSums, OrderTimeline } from '../../features/workspace/order-parts.js';
import { NextStep, Reject } from '../../features/workspace/order-steps.js';
import { OrderStatusBadge } from '../../features/workspace/order-status.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { textsFor } from '../../i18n/texts.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/order.js';

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const order = await orNotFound(api(context).call(ShowSellerOrder, { params: { coopId, id }, query: { locale } }));
  // Made with the form: pressed twice, sent twice, it is still one gesture.
  return { order, key: randomUUID() };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const intent = textOf(form, 'intent');
  if (intent === 'reject' && !rejectReasons.some((reason) => reason === textOf(form, 'reason'))) {
    const refusal = ownRefusal(locale, { reason: 'validation/required' }, () =>
      textsFor(locale, 'workspace').t('reject.why'),
    );
    return data({ refusal, typed: textOf(form, 'message'), key: randomUUID() }, { status: 400 });
  }
  try {
    await act(api(context), { coopId, id }, intent, form);
  } catch (error) {
    const refusal = refusalOf(error, locale);
    // What is sent after a refusal is another gesture: it needs a key of its own.
    return data({ refusal, typed: textOf(form, 'message'), key: randomUUID() }, { status: refusal.status });
  }
  return redirect(pathIn(locale, `/vendeur/commandes/${id}?fait=${intent}`));
}

async function act(client: ApiClient, params: { coopId: string; id: string }, intent: string, form: FormData) {
  const request = { params, idempotencyKey: textOf(form, 'key') };
  if (intent === 'accept') return client.call(AcceptSubOrder, request);
  if (intent === 'ready') return client.call(MarkReady, request);
  if (intent === 'hand-over') {
    const trackingNumber = textOf(form, 'trackingNumber');
    return client.call(HandOver, { ...request, body: trackingNumber ? { trackingNumber } : {} });
  }
  const reason = rejectReasons.find((each) => each === textOf(form, 'reason')) ?? 'other';
  const message = textOf(form, 'message');
  return client.call(RejectSubOrder, { ...request, body: { reason, ...(message && { message }) } });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, typed: undefined, key: undefined }));

export default function Order({ loaderData, actionData }: Route.ComponentProps) {
  const { order } = loaderData;
  const key = actionData?.key ?? loaderData.key;
  const { t, say } = useTexts('workspace');
  const path = usePath();
  const refusal = actionData?.refusal;
  return (
    <div className="stack order-page">
      <PageHead title={`${t('orders.one')} ${order.number}`} hasErrors={Boolean(refusal)} />
      <DeskHead
        title={
          <>
            {say('orders.one')} <bdi className="figures">{order.number}</bdi>
          </>
        }
        back={{ to: path('/vendeur/commandes'), label: say('orders.title') }}
      >
        <OrderStatusBadge status={order.status} />
      </DeskHead>
      <Done
        texts={{
          accept: say('order.acceptDone'),
          ready: say('order.readyDone'),
          'hand-over': say('order.handOverDone'),
          reject: say('orders.rejectedDone'),
        }}
      />
      <ErrorSummary refusal={refusal} />
      <div className="order-columns">
        <div className="stack">
          <OrderLines order={order} />
          <NextStep order={order} idempotencyKey={key} />
          <OrderAddress order={order} />
        </div>
        <div className="stack">
          <OrderSums order={order} />
          <OrderTimeline order={order} />
          <Reject
            order={order}
            idempotencyKey={key}
            error={errorOf(refusal, 'reason')}
            messageError={errorOf(refusal, 'message')}
            typed={actionData?.typed}
          />
        </div>
      </div>
    </div>
  );
}
