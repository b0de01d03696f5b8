import { randomUUID } from 'node:crypto';
import { ClaimCase, DecideCase, ShowCase } from '@tiwizi/contracts';
import { Badge, Icon, Localized, Note } from '@tiwizi/ui';
import { data, Form, Link, redirect, useLocation } from 'react-router';
import { api } from '../../app-context.js';
import { textOf } from '../../server/fields.server.js';
import { allowed } from '../../desk/guard.server.js';
import { orNotFound } from '../../server/or-not-found.server.js';
import { Tabs } from '../../desk/tabs.js';
import { ErrorSummary } from '../../features/frame/error-summary.js';
import { PageHead } from '../../features/frame/page-head.js';
import { CaseList } from '../../features/moderation/case-list.js';
import { Complete, Differences, History, Signals } from '../../features/moderation/case-views.js';
import { caseView } from '../../features/moderation/case.server.js';
import { DecisionForm } from '../../features/moderation/decision-form.js';
import { decisionKinds, neighbours, partCodes, reasonCodes, useFile } from '../../features/moderation/file.js';
import { decisionIn, noDecision } from '../../features/moderation/typed-decision.js';
import { Shortcuts } from '../../features/moderation/shortcuts.js';
import { textsFor } from '../../i18n/texts.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/case.js';

const names = {
  kind: 'decision.label',
  reasons: 'decision.reasons',
  field: 'decision.field',
  message: 'decision.message',
} as const;
const isNamed = (control: string): control is keyof typeof names => Object.hasOwn(names, control);

const newKey = () => `decide-${randomUUID()}`;

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  allowed(request, context, 'moderation:decide');
  const locale = localeOf(new URL(request.url).pathname);
  const detail = await orNotFound(api(context).call(ShowCase, { params: { id }, query: { locale } }));
  return { subject: caseView(detail, locale), key: newKey() };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  allowed(request, context, 'moderation:decide');
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const intent = textOf(form, 'intent');
  const typed = {
    kind: textOf(form, 'kind'),
    reasons: form.getAll('reasons').map(String),
    field: textOf(form, 'field'),
    message: textOf(form, 'message'),
  };
  // What is sent after a refusal is another decision: it needs a key of its own.
  const key = newKey();
  if (intent === 'preview') return data({ typed, refusal: undefined, key });
  const nameOf = (control: string) => (isNamed(control) ? textsFor(locale, 'moderation').t(names[control]) : undefined);
  const kind = decisionKinds.find((each) => each === typed.kind);
  try {
    if (intent === 'claim') {
      await api(context).call(ClaimCase, { params: { id }, query: { locale } });
      return redirect(pathIn(locale, `/admin/moderation/${id}`));
    }
    if (!kind)
      return data(
        { typed, refusal: ownRefusal(locale, { kind: 'validation/required' }, nameOf), key },
        { status: 400 },
      );
    const isApproval = kind === 'approve';
    const field = partCodes.find((each) => each === typed.field);
    await api(context).call(DecideCase, {
      params: { id },
      query: { locale },
      idempotencyKey: textOf(form, 'key'),
      body: {
        kind,
        version: Number(textOf(form, 'version')),
        ...(!isApproval && { reasons: reasonCodes.filter((each) => typed.reasons.includes(each)) }),
        ...(!isApproval && field && { field }),
        ...(typed.message && { message: typed.message }),
      },
    });
  } catch (error) {
    return data({ typed, refusal: refusalOf(error, locale, undefined, nameOf), key }, { status: 409 });
  }
  if (textOf(form, 'held')) return data({ typed, refusal: undefined, key });
  const next = textOf(form, 'suivant');
  return redirect(pathIn(locale, `/admin/moderation${/^[\w-]+$/.test(next) ? `/${next}` : ''}?fait=${kind}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, typed: undefined, key: undefined }));

export default function CasePage({ loaderData: { subject, key }, actionData }: Route.ComponentProps) {
  const { t, say, locale } = useTexts('moderation');
  const path = usePath();
  const { items, openCount, hasKeys } = useFile();
  const takenBack = decisionIn(useLocation().state);
  const { position, next, previous } = neighbours(items, subject.id);
  const refusal = actionData?.refusal;
  const isOpen = subject.status === 'open';
  return (
    <div className="case-page">
      <PageHead title={`${subject.title.text} · ${t('queue.title')}`} hasErrors={Boolean(refusal)} />
      <aside className="case-file" aria-label={t('queue.title')}>
        <h2>
          <Link to={path('/admin/moderation')}>{say('case.file', { count: openCount })}</Link>
        </h2>
        <CaseList items={items} currentId={subject.id} />
      </aside>
      <div className="case-body stack">
        <header className="desk-head">
          <Link className="desk-back" to={path('/admin/moderation')}>
            <Icon name="arrow" />
            <span>{position ? say('case.position', { position, total: openCount }) : say('queue.title')}</span>
          </Link>
          <h1 tabIndex={-1}>
            <Localized value={subject.title} page={locale} />
          </h1>
          <p className="row">
            <img className="door" src={subject.cooperative.emblem} alt="" />
            <b>
              <Localized value={subject.cooperative.name} page={locale} />
            </b>
            <span className="muted">
              {say('case.submitted', { version: subject.version, date: subject.submittedText })} ·{' '}
              {subject.liveVersion === null ? say('case.notLive') : say('case.live', { version: subject.liveVersion })}
            </span>
          </p>
          {subject.claimedBy ? (
            <Badge tone="info" icon="user">
              {say('queue.claimedBy', { name: subject.claimedBy })}
            </Badge>
          ) : isOpen ? (
            <Form method="post">
              <button className="button button-line" name="intent" value="claim">
                {say('case.claim')}
              </button>
            </Form>
          ) : null}
        </header>
        <ErrorSummary refusal={refusal} fieldIds={{ version: 'kind' }}>
          {refusal?.params['name'] ? (
            <p>
              <bdi>{String(refusal.params['name'])}</bdi> ·{' '}
              {String(refusal.params['atText'] ?? refusal.params['untilText'] ?? '')}
            </p>
          ) : null}
        </ErrorSummary>
        {isOpen ? null : (
          <Note tone="info">
            <p>{say(`case.${subject.status === 'decided' ? 'decided' : 'superseded'}`)}</p>
          </Note>
        )}
        <Signals signals={subject.signals} />
        <Tabs
          key={subject.id}
          label={t('case.views')}
          tabs={[
            { key: 'differences', label: say('case.differences'), panel: <Differences subject={subject} /> },
            { key: 'complete', label: say('case.complete'), panel: <Complete subject={subject} /> },
            { key: 'history', label: say('case.history'), panel: <History subject={subject} /> },
          ]}
        />
      </div>
      {/* Made anew for each case: it opens at its top. */}
      <aside className="case-decision" key={subject.id} aria-label={t('decision.label')}>
        {isOpen ? (
          <DecisionForm
            key={subject.id + subject.version}
            subject={subject}
            idempotencyKey={actionData?.key ?? key}
            nextId={next?.id}
            refusal={refusal}
            typed={actionData?.typed ?? takenBack ?? noDecision}
          />
        ) : next ? (
          <Link className="button button-main" to={path(`/admin/moderation/${next.id}`)}>
            {say('case.next')}
            <Icon name="arrow" />
          </Link>
        ) : null}
        <Shortcuts isOn={hasKeys} next={next?.id} previous={previous?.id} />
      </aside>
    </div>
  );
}
