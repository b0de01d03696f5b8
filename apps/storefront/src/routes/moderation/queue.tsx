import { Empty } from '@tiwizi/ui';
import { Link, redirect } from 'react-router';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { textOf } from '../../server/fields.server.js';
import { allowed } from '../../desk/guard.server.js';
import { ownPath } from '../../server/own-path.js';
import { PageHead } from '../../features/frame/page-head.js';
import { CaseList } from '../../features/moderation/case-list.js';
import { signalCodes, useFile } from '../../features/moderation/file.js';
import { Shortcuts } from '../../features/moderation/shortcuts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { setCookie } from '../../server/cookies.server.js';
import type { Route } from './+types/queue.js';

/** MOD-6: whoever is disturbed by single keys turns them off, for good. */
export async function action({ request, context }: Route.ActionArgs) {
  allowed(request, context, 'moderation:decide');
  const form = await request.formData();
  const keys = textOf(form, 'keys') === 'off' ? 'off' : 'on';
  const queue = pathIn(localeOf(new URL(request.url).pathname), '/admin/moderation');
  return redirect(ownPath(textOf(form, 'back'), queue), {
    headers: { 'Set-Cookie': setCookie(request, 'tiwizi_keys', keys) },
  });
}

export default function Queue() {
  const { t, say } = useTexts('moderation');
  const path = usePath();
  const { items, openCount, decidedToday, nextCursor, signal, hasKeys } = useFile();
  return (
    <div className="wrap page stack">
      <PageHead title={t('queue.title')} />
      <DeskHead
        title={say('queue.title')}
        intro={
          items[0]
            ? say('queue.intro', { count: openCount, age: items[0].ageText, decided: decidedToday })
            : say('queue.decidedToday', { count: decidedToday })
        }
      />
      <Done
        texts={{
          approve: say('done.approve'),
          'request-change': say('done.request-change'),
          reject: say('done.reject'),
        }}
      />
      <nav className="pills" aria-label={t('queue.filter')}>
        <Link to={path('/admin/moderation')} className={signal ? '' : 'on'} aria-current={signal ? undefined : 'true'}>
          {say('queue.all')}
        </Link>
        {signalCodes.map((code) => (
          <Link
            key={code}
            to={path(`/admin/moderation?signal=${code}`)}
            className={code === signal ? 'on' : ''}
            aria-current={code === signal ? 'true' : undefined}
          >
            {say(`signal.${code}`)}
          </Link>
        ))}
      </nav>
      {items.length ? (
        <CaseList items={items} />
      ) : (
        <Empty picture="/pictures/categories/handmade.svg">
          <p>{say('queue.empty')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link
          className="button button-line"
          to={path(`/admin/moderation?${new URLSearchParams({ ...(signal && { signal }), suite: nextCursor })}`)}
        >
          {say('queue.more')}
        </Link>
      ) : null}
      <Shortcuts isOn={hasKeys} next={items[0]?.id} />
    </div>
  );
}
