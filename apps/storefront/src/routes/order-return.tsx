import { PayOrder, RefreshPayment } from '@tiwizi/contracts';
import { formatMoney } from '@tiwizi/i18n';
import { Note } from '@tiwizi/ui';
import { useEffect } from 'react';
import { data, Form, Link, redirect, useNavigation, useRevalidator } from 'react-router';
import { api, isApiProblem } from '../app-context.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { OrderReference } from '../features/orders/order-reference.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import { tokenFor, withToken } from '../server/orders.server.js';
import { refusalOf } from '../server/refusal.server.js';
import type { Route } from './+types/order-return.js';

const paid = new Set(['authorized', 'captured', 'partially_refunded', 'refunded']);
const undecided = new Set(['processing', 'unknown']);

/** Back from the card's page: what it says in the address is not believed, the provider is asked. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const token = tokenFor(request, params.ref);
  const number = params.ref;
  const payment = await api(context)
    .call(RefreshPayment, { params: { number }, query: { locale, token } })
    .catch((error: unknown) => {
      if (isApiProblem(error) && [404, 429].includes(error.status)) throw data(null, { status: error.status });
      if (isApiProblem(error) && error.status === 409)
        throw redirect(pathIn(locale, `/commande/merci/${number}${withToken(token)}`));
      throw error;
    });
  if (paid.has(payment.status) || payment.method !== 'card')
    throw redirect(pathIn(locale, `/commande/merci/${number}${withToken(token)}`));
  return { number, payment, isUndecided: undecided.has(payment.status), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const token = tokenFor(request, params.ref);
  const method = form.get('method') === 'card' ? 'card' : 'cash-on-delivery';
  try {
    const payment = await api(context).call(PayOrder, {
      params: { number: params.ref },
      query: { locale, token },
      body: { method },
      idempotencyKey: `${String(form.get('key'))}-${method}`,
    });
    if (payment.nextAction?.type === 'redirect') return redirect(payment.nextAction.url);
    return redirect(pathIn(locale, `/commande/merci/${params.ref}${withToken(token)}`));
  } catch (error) {
    const refusal = refusalOf(error, locale);
    return data({ refusal }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal }));

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  const { number, payment, isUndecided, key } = loaderData;
  const { t, say, has, locale } = useTexts('orders');
  const path = usePath();
  const isBusy = useNavigation().state === 'submitting';
  useAskAgain(isUndecided);
  const declineKey = `decline-${payment.declineCode ?? 'none'}`;
  const title = isUndecided ? 'checkingTitle' : payment.declineCode ? 'declinedTitle' : 'unpaidTitle';
  return (
    <div className="wrap page narrow stack">
      <PageHead title={t(title)} hasErrors={Boolean(actionData?.refusal)} />
      <h1>{say(title)}</h1>
      <OrderReference number={number} />
      <ErrorSummary refusal={actionData?.refusal} />
      {isUndecided ? (
        <>
          <Note tone="info" icon="clock" live="polite">
            {say('checkingText')}
          </Note>
          <p>
            <Link className="button button-line" to=".">
              {say('refresh')}
            </Link>
          </p>
        </>
      ) : (
        <>
          <Note tone="danger" live="assertive">
            {has(declineKey) ? say(declineKey) : say('decline-generic')}
          </Note>
          <p>{say('nothingTaken')}</p>
          <Form method="post" className="stack">
            <input type="hidden" name="key" value={key} />
            <button className="button button-buy" name="method" value="card" aria-busy={isBusy || undefined}>
              {say('retryCard', { amount: formatMoney(payment.amount, locale) })}
            </button>
            <button className="button button-line" name="method" value="cash-on-delivery">
              {say('payCash')}
            </button>
          </Form>
          <p>
            <Link to={path('/aide')}>{say('needHelp')}</Link>
          </p>
        </>
      )}
    </div>
  );
}

const pauseMs = 3000;

/** While the bank has not answered, the page asks again by itself. */
function useAskAgain(isUndecided: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUndecided || state !== 'idle') return undefined;
    const timer = setTimeout(() => void revalidate(), pauseMs);
    return () => clearTimeout(timer);
  }, [isUndecided, state, revalidate]);
}
