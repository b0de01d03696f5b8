import { RegisterAccount, RequestCode, SignIn } from '@tiwizi/contracts';
import { westernDigits } from '@tiwizi/text';
import { data, redirect } from 'react-router';
import { api, app } from '../app-context.js';
import { askedBy, longestPause } from '../features/account/asked.js';
import { CodeForm } from '../features/account/code-form.js';
import { IdentifierForm } from '../features/account/identifier-form.js';
import { RegisterForm } from '../features/account/register-form.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { sentence, textsFor } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn } from '../paths.js';
import { textOf } from '../server/fields.server.js';
import { ownPath } from '../server/own-path.js';
import { ownRefusal, refusalOf, type Refusal } from '../server/refusal.server.js';
import type { Route } from './+types/sign-in.js';

export function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const { account, isDemo } = app(context);
  const to = ownPath(searchParams.get('vers'), pathIn(localeOf(pathname), '/compte'));
  if (account) throw redirect(to);
  return { to, isDemo, isNew: searchParams.has('nouveau') };
}

/** The field a refusal is about when the API names none. */
const fieldOf: Record<string, string> = { password: 'password', 'sign-in': 'code', resend: '' };

export async function action({ request, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const intent = textOf(form, 'intent');
  const asked = askedBy(form);
  const { identifier, name } = asked;
  const code = westernDigits(textOf(form, 'code')).replace(/\s/g, '');
  const client = api(context);
  const { t, has } = textsFor(locale, 'account');
  const nameOf = (control: string) => (has(control) ? t(control) : undefined);
  const refuse = (refusal: Refusal) => data({ ...asked, refusal }, { status: refusal.status });
  const missing = {
    ...(intent === 'register' && !name && { name: sentence(locale, 'checkout', 'nameRequired') }),
    ...(!identifier && { identifier: 'identity/invalid-identifier' }),
    ...(intent === 'password' && !form.get('password') && { password: 'validation/required' }),
    ...(intent === 'sign-in' && !/^\d{6}$/.test(code) && { code: sentence(locale, 'account', 'codeRequired') }),
  };
  if (Object.keys(missing).length) return refuse(ownRefusal(locale, missing, nameOf));
  try {
    if (intent === 'password' || intent === 'sign-in') {
      const secret = intent === 'password' ? { password: textOf(form, 'password') } : { code };
      await client.call(SignIn, { body: { identifier, ...secret } });
      return redirect(ownPath(form.get('to'), pathIn(locale, '/compte')));
    }
    if (intent === 'register') await client.call(RegisterAccount, { body: { name, identifier, locale } });
    else await client.call(RequestCode, { body: { identifier, locale } });
    return { ...asked, step: 'code' as const, sentAt: Date.now(), pauseSeconds: longestPause };
  } catch (error) {
    const refusal = refusalOf(error, locale, undefined, nameOf);
    const field = fieldOf[intent] ?? 'identifier';
    const isNamed = Object.keys(refusal.fields).length > 0 || !field;
    return refuse(isNamed ? refusal : { ...refusal, fields: { [field]: refusal.text } });
  }
}

export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const asked = askedBy(await request.clone().formData());
  return orLost(serverAction(), (refusal) => ({ ...asked, refusal }));
}

export default function SignInPage({ loaderData: { to, isDemo, isNew }, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('account');
  const step = actionData?.step ?? (isNew ? 'register' : 'identifier');
  const refusal = actionData?.refusal ?? null;
  const title = step === 'register' ? 'registerTitle' : step === 'code' ? 'codeTitle' : 'signInTitle';
  return (
    <div className="wrap page narrow stack">
      <PageHead title={t(title)} hasErrors={Boolean(refusal)} />
      <h1>{say(title)}</h1>
      <ErrorSummary refusal={refusal} />
      {step === 'code' ? (
        <CodeForm
          identifier={actionData?.identifier ?? ''}
          to={to}
          refusal={refusal}
          sentAt={actionData?.sentAt ?? 0}
          pauseSeconds={actionData?.pauseSeconds ?? 0}
          isDemo={isDemo}
        />
      ) : step === 'register' ? (
        <RegisterForm
          identifier={actionData?.identifier ?? ''}
          name={actionData?.name ?? ''}
          to={to}
          refusal={refusal}
        />
      ) : (
        <IdentifierForm identifier={actionData?.identifier ?? ''} to={to} refusal={refusal} />
      )}
    </div>
  );
}
