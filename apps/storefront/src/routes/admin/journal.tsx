import { ReadJournal } from '@tiwizi/contracts';
import { formatDate } from '@tiwizi/i18n';
import { Empty, Icon } from '@tiwizi/ui';
import { Form, Link } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { ScrollTable } from '../../desk/scroll-table.js';
import { allowed } from '../../desk/guard.server.js';
import { PageHead } from '../../features/frame/page-head.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, usePath } from '../../paths.js';
import type { Route } from './+types/journal.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  allowed(request, context, 'journal:read');
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const subject = searchParams.get('sujet')?.trim();
  const cursor = searchParams.get('suite');
  const query = { locale, limit: 50, ...(subject && { subject }), ...(cursor && { cursor }) };
  const { items, nextCursor } = await api(context).call(ReadJournal, { query });
  const rows = items.map(({ subject: about, actor, cause, details, ...row }) => ({
    ...row,
    atText: formatDate(row.at, locale, { time: true }),
    subject: about,
    actor,
    cause,
    details: JSON.stringify({ subject: about, actor, ...details }, null, 1),
  }));
  return { rows, nextCursor, subject: subject ?? '' };
}

/** Enough of an id to tell two rows apart; the link and the details have the whole. */
const shortId = (text: string): string => text.replace(/([0-9a-f]{8})-[0-9a-f-]{27}$/, '$1…');

type Row = Route.ComponentProps['loaderData']['rows'][number];

export default function Journal({ loaderData: { rows, nextCursor, subject } }: Route.ComponentProps) {
  const { t, say, has } = useTexts('admin');
  const path = usePath();
  const act = (action: string) => {
    const key = `action.${action}`;
    return has(key) ? say(key) : <code>{action}</code>;
  };
  const who = ({ actor, actorName, actorRole, actorCooperative }: Row) => {
    const key = `actor.${actor}`;
    if (!actorName) return has(key) ? say(key) : <bdi title={actor}>{shortId(actor)}</bdi>;
    return (
      <>
        <bdi title={actor}>{actorName}</bdi>
        <span className="muted small">
          {actorRole ? <> · {say(`role.${actorRole}`)}</> : null}
          {actorCooperative ? (
            <>
              {' '}
              · <bdi>{actorCooperative}</bdi>
            </>
          ) : null}
        </span>
      </>
    );
  };
  const about = ({ subject: whole, subjectName }: Row) => {
    const [kind = '', id = ''] = whole.split(/:(.*)/s);
    const key = `subject.${kind}`;
    return (
      <>
        {has(key) ? <span className="muted small">{say(key)} </span> : null}
        <bdi>{subjectName ?? (has(key) ? shortId(id) : shortId(whole))}</bdi>
      </>
    );
  };
  return (
    <div className="wrap page stack">
      <PageHead title={t('journal.title')} />
      <DeskHead title={say('journal.title')} intro={say('journal.intro')} />
      <Form method="get" className="find">
        <label htmlFor="sujet">{say('journal.subjectLabel')}</label>
        <input
          className="input"
          id="sujet"
          name="sujet"
          type="search"
          defaultValue={subject}
          maxLength={120}
          dir="ltr"
        />
        <button className="button button-main">
          <Icon name="search" />
          {say('journal.find')}
        </button>
      </Form>
      {rows.length ? (
        <ScrollTable name={t('journal.title')}>
          <thead>
            <tr>
              {(['when', 'what', 'about', 'who', 'more'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`journal.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <time dateTime={row.at}>{row.atText}</time>
                </td>
                <th scope="row">{act(row.action)}</th>
                <td>
                  <Link to={path(`/admin/journal?${new URLSearchParams({ sujet: row.subject })}`)} title={row.subject}>
                    {about(row)}
                  </Link>
                </td>
                <td>{who(row)}</td>
                <td>
                  {row.details || row.cause ? (
                    <details>
                      <summary>{say('journal.details')}</summary>
                      <pre dir="ltr">{[row.cause, row.details].filter(Boolean).join('\n')}</pre>
                    </details>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      ) : (
        <Empty>
          <p>{say('journal.none')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link
          className="button button-line"
          to={path(`/admin/journal?${new URLSearchParams({ ...(subject && { sujet: subject }), suite: nextCursor })}`)}
        >
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
