import { TrackOrder } from '@tiwizi/contracts';
import { TextField } from '@tiwizi/ui';
import { data, Form, redirect, useNavigation } from 'react-router';
import { api } from '../app-context.js';
import { ErrorSummary, errorOf } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { sentence } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn } from '../paths.js';
import { rememberOrder, withToken } from '../server/orders.server.js';
import { ownRefusal, refusalOf } from '../server/refusal.server.js';
import type { Route } from './+types/track.js';

export function loader({ request }: Route.LoaderArgs) {
  return { number: (new URL(request.url).searchParams.get('reference') ?? '').slice(0, 40) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const values = { number: String(form.get('number') ?? '').trim(), phone: String(form.get('phone') ?? '').trim() };
  const missing = {
    ...(!values.number && { number: sentence(locale, 'orders', 'trackReferenceRequired') }),
    ...(!values.phone && { phone: 'checkout/invalid-phone' }),
  };
  if (Object.keys(missing).length) return data({ values, refusal: ownRefusal(locale, missing) }, { status: 400 });
  try {
    const { number, token } = await api(context).call(TrackOrder, {
      body: { number: values.number.toUpperCase().replace(/\s/g, ''), phone: values.phone },
    });
    return redirect(pathIn(locale, `/suivi/${number}${withToken(token)}`), {
      headers: { 'Set-Cookie': rememberOrder(request, number, token) },
    });
  } catch (error) {
    const refusal = refusalOf(error, locale);
    return data({ values, refusal }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ values: undefined, refusal }));

export default function TrackPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('orders');
  const isBusy = useNavigation().state === 'submitting';
  const refusal = actionData?.refusal;
  return (
    <div className="wrap page narrow stack">
      <PageHead title={t('trackTitle')} hasErrors={Boolean(refusal)} />
      <h1>{say('trackTitle')}</h1>
      <p className="muted">{say('trackText')}</p>
      <ErrorSummary refusal={refusal} />
      <Form method="post" className="stack" noValidate>
        <TextField
          id="number"
          name="number"
          label={say('trackReference')}
          hint={say('trackReferenceHint')}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
          defaultValue={actionData?.values?.number ?? loaderData.number}
          error={errorOf(refusal, 'number')}
        />
        <TextField
          id="phone"
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          dir="ltr"
          maxLength={30}
          label={say('trackPhone')}
          defaultValue={actionData?.values?.phone ?? ''}
          error={errorOf(refusal, 'phone')}
        />
        <button className="button button-main" aria-busy={isBusy || undefined}>
          {say('trackButton')}
        </button>
      </Form>
    </div>
  );
}
