import { RegisterAccount, RequestCode, SignIn } from '@tiwizi/contracts';
import { data, redirect } from 'react-router';
import { api, app } from '../app-context.js';
import { CodeForm } from '../features/account/code-form.js';
import { IdentifierForm } from '../features/account/identifier-form.js';
import { RegisterForm } from '../features/account/register-form.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { sentence } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, pathIn } from '../paths.js';
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

interface Answer {
  readonly step: 'identifier' | 'code' | 'register';
  readonly identifier: string;
  readonly name: string;
  readonly isSent: boolean;
  readonly refusal: Refusal | null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const text = (field: string) => String(form.get(field) ?? '').trim();
  const intent = text('intent');
  const [identifier, name] = [text('identifier'), text('name')];
  const client = api(context);
  const step: Answer['step'] = intent === 'register' ? 'register' : intent === 'sign-in' ? 'code' : 'identifier';
  const answer = (change: Partial<Answer>): Answer => ({
    step,
    identifier,
    name,
    isSent: false,
    refusal: null,
    ...change,
  });
  const refuse = (refusal: Refusal) => data(answer({ refusal }), { status: refusal.status });
  if (!identifier) return refuse(ownRefusal(locale, { identifier: 'identity/invalid-identifier' }));
  if (intent === 'register' && !name)
    return refuse(ownRefusal(locale, { name: sentence(locale, 'checkout', 'nameRequired') }));
  try {
    if (intent === 'register') {
      await client.call(RegisterAccount, { body: { name, identifier, locale } });
      return answer({ step: 'code', isSent: true });
    }
    if (intent === 'code') {
      await client.call(RequestCode, { body: { identifier, locale } });
      return answer({ step: 'code', isSent: true });
    }
    const secret = intent === 'password' ? { password: text('password') } : { code: text('code').replace(/\s/g, '') };
    await client.call(SignIn, { body: { identifier, ...secret } });
    return redirect(ownPath(form.get('to'), pathIn(locale, '/compte')));
  } catch (error) {
    const refusal = refusalOf(error, locale);
    const field = intent === 'password' ? 'password' : intent === 'sign-in' ? 'code' : 'identifier';
    const isNamed = Object.keys(refusal.fields).length > 0;
    return refuse(isNamed ? refusal : { ...refusal, fields: { [field]: refusal.text } });
  }
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
          isSent={actionData?.isSent ?? false}
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
