import { DecideCooperative, ListCooperativesToVerify, VerificationState } from '@tiwizi/contracts';
import { formatDate } from '@tiwizi/i18n';
import { Empty } from '@tiwizi/ui';
import { data, Link, redirect } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { textOf } from '../../server/fields.server.js';
import { allowed } from '../../desk/guard.server.js';
import { CooperativeDossier } from '../../features/admin/cooperative-dossier.js';
import { ErrorSummary } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/cooperatives.js';

const states = ['submitted', 'documents-missing', 'verified', 'refused', 'suspended'] as const;
const decisions = ['verify', 'refuse', 'suspend'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  allowed(request, context, 'cooperatives:verify');
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const state = VerificationState.safeParse(searchParams.get('etat')).data ?? 'submitted';
  const cursor = searchParams.get('suite');
  const query = { locale, limit: 20, state, ...(cursor && { cursor }) };
  const { items, nextCursor, total } = await api(context).call(ListCooperativesToVerify, { query });
  const dossiers = items.map((item) => ({ ...item, appliedText: formatDate(item.appliedAt, locale) }));
  return { dossiers, nextCursor, total, state };
}

export async function action({ request, context }: Route.ActionArgs) {
  allowed(request, context, 'cooperatives:verify');
  const url = new URL(request.url);
  const locale = localeOf(url.pathname);
  const form = await request.formData();
  const id = textOf(form, 'id');
  const reason = textOf(form, 'reason');
  const decision = decisions.find((each) => each === textOf(form, 'intent'));
  const field = `reason-${id}`;
  if (!decision) throw data(null, { status: 400 });
  if (decision !== 'verify' && !reason) {
    const refusal = ownRefusal(locale, { [field]: 'cooperatives/reason-required' });
    return data({ refusal, id }, { status: 400 });
  }
  try {
    await api(context).call(DecideCooperative, { params: { id }, body: { decision, ...(reason && { reason }) } });
  } catch (error) {
    const refusal = refusalOf(error, locale, () => field);
    return data({ refusal, id }, { status: refusal.status });
  }
  const state = url.searchParams.get('etat') ?? 'submitted';
  return redirect(pathIn(locale, `/admin/cooperatives?${new URLSearchParams({ etat: state, fait: decision })}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, id: '' }));

export default function Cooperatives({ loaderData, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('admin');
  const path = usePath();
  const { dossiers, nextCursor, total, state } = loaderData;
  return (
    <div className="wrap page stack">
      <PageHead title={t('coops.title')} hasErrors={Boolean(actionData)} />
      <DeskHead title={say('coops.title')} intro={say('coops.count', { count: total })} />
      <Done
        texts={{ verify: say('coops.verifyDone'), refuse: say('coops.refuseDone'), suspend: say('coops.suspendDone') }}
      />
      <ErrorSummary refusal={actionData?.refusal} />
      <nav className="pills" aria-label={t('coops.states')}>
        {states.map((each) => (
          <Link
            key={each}
            to={path(`/admin/cooperatives?etat=${each}`)}
            className={each === state ? 'on' : ''}
            aria-current={each === state ? 'true' : undefined}
          >
            {say(`state.${each}`)}
          </Link>
        ))}
      </nav>
      {dossiers.length ? (
        <ul className="dossiers">
          {dossiers.map((dossier) => (
            <CooperativeDossier
              key={dossier.id}
              dossier={dossier}
              refusal={actionData?.id === dossier.id ? actionData.refusal : undefined}
            />
          ))}
        </ul>
      ) : (
        <Empty picture="/pictures/categories/handmade.svg">
          <p>{say('coops.none')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link
          className="button button-line"
          to={path(`/admin/cooperatives?${new URLSearchParams({ etat: state, suite: nextCursor })}`)}
        >
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
