import { ApplyCooperative } from '@tiwizi/contracts';
import { Icon, Note } from '@tiwizi/ui';
import { data, Form, redirect } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { typedIn } from '../../server/fields.server.js';
import { allowed } from '../../desk/guard.server.js';
import { KeptOnPhone } from '../../features/frame/kept-on-phone.js';
import { useIsSending } from '../../desk/pending.js';
import { ErrorSummary } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { ApplicationFields } from '../../features/workspace/application-fields.js';
import { provinceGroups, readApplication } from '../../features/workspace/application.server.js';
import { keepChoice } from '../../features/workspace/workspace.server.js';
import '../../features/workspace/workspace.css';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import { textsFor } from '../../i18n/texts.server.js';
import type { Route } from './+types/apply.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { phone } = allowed(request, context, 'cooperatives:apply');
  const { pathname, searchParams } = new URL(request.url);
  return {
    groups: await provinceGroups(api(context), localeOf(pathname)),
    phone: phone ?? '',
    isSent: searchParams.has('envoyee'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  allowed(request, context, 'cooperatives:apply');
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const { body, problems } = readApplication(form, locale);
  const typed = typedIn(form);
  const { t, has } = textsFor(locale, 'workspace');
  const nameOf = (name: string) => {
    const key = `apply.${name}`;
    return has(key) ? t(key) : undefined;
  };
  if (Object.keys(problems).length) {
    return data({ refusal: ownRefusal(locale, problems, nameOf), typed }, { status: 400 });
  }
  try {
    const { slug } = await api(context).call(ApplyCooperative, { body });
    return redirect(pathIn(locale, '/vendre/inscription?envoyee'), keepChoice(request, slug));
  } catch (error) {
    const refusal = refusalOf(error, locale, (path) => path.split('.')[0] ?? path, nameOf);
    return data({ refusal, typed }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, typed: undefined }));

export default function Apply({ loaderData: { groups, phone, isSent }, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('workspace');
  const path = usePath();
  const isSending = useIsSending();
  const refusal = actionData?.refusal;
  if (isSent) return <Sent />;
  return (
    <div className="wrap narrow page stack">
      <PageHead title={t('apply.title')} hasErrors={Boolean(refusal)} />
      <DeskHead
        title={say('apply.title')}
        intro={say('apply.intro')}
        back={{ to: path('/vendre'), label: say('sell.title') }}
      />
      <ErrorSummary refusal={refusal} />
      <Form method="post" className="stack-wide" noValidate>
        <KeptOnPhone name="inscription" isRefused={Boolean(refusal)} />
        <ApplicationFields groups={groups} typed={actionData?.typed ?? { phone }} refusal={refusal} />
        <button className="button button-main button-wide" aria-busy={isSending || undefined}>
          {say('apply.send')}
          <Icon name="arrow" />
        </button>
      </Form>
    </div>
  );
}

function Sent() {
  const { t, say } = useTexts('workspace');
  const path = usePath();
  return (
    <div className="wrap narrow page stack">
      <PageHead title={t('apply.sentTitle')} />
      <DeskHead title={say('apply.sentTitle')} />
      <Note tone="success" live="polite">
        <p>{say('apply.sent')}</p>
      </Note>
      {/* The session learns of the new cooperative with the next page that is asked for. */}
      <a className="button button-main" href={path('/vendeur')}>
        {say('sell.open')}
      </a>
    </div>
  );
}
