import { ListMissedWords } from '@tiwizi/contracts';
import { formatDate } from '@tiwizi/i18n';
import { Badge, Empty } from '@tiwizi/ui';
import { Link } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { allowed } from '../../desk/guard.server.js';
import { ScrollTable } from '../../desk/scroll-table.js';
import { SearchParts } from '../../features/admin/search-parts.js';
import { PageHead } from '../../features/frame/page-head.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, usePath } from '../../paths.js';
import type { Route } from './+types/missed-words.js';

const place = '/admin/recherche/manques';
const periods = [7, 30, 90] as const;
const outcomes = ['all', 'nothing', 'guess'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  allowed(request, context, 'search:manage');
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const days = periods.find((each) => String(each) === searchParams.get('jours')) ?? 30;
  const outcome = outcomes.find((each) => each === searchParams.get('resultat')) ?? 'all';
  const cursor = searchParams.get('suite');
  const query = { days, limit: 50, ...(outcome !== 'all' && { outcome }), ...(cursor && { cursor }) };
  const { items, nextCursor } = await api(context).call(ListMissedWords, { query });
  // Noon in Greenwich is the same day in Morocco.
  const rows = items.map((row) => ({ ...row, lastText: formatDate(`${row.lastOn}T12:00:00Z`, locale) }));
  return { rows, nextCursor, days, outcome };
}

export default function MissedWords({ loaderData: { rows, nextCursor, days, outcome } }: Route.ComponentProps) {
  const { t, say } = useTexts('admin');
  const path = usePath();
  const to = (wanted: { jours?: number; resultat?: string; suite?: string }) => {
    const { jours = days, resultat = outcome, suite } = wanted;
    return path(`${place}?${new URLSearchParams({ jours: String(jours), resultat, ...(suite && { suite }) })}`);
  };
  return (
    <div className="wrap page stack">
      <PageHead title={t('missed.title')} />
      <DeskHead title={say('missed.title')} intro={say('missed.intro')} />
      <SearchParts current="missed" />
      <nav className="pills" aria-label={t('missed.outcome')}>
        {outcomes.map((each) => (
          <Link
            key={each}
            to={to({ resultat: each })}
            className={each === outcome ? 'on' : ''}
            aria-current={each === outcome ? 'true' : undefined}
          >
            {say(`missed.${each}`)}
          </Link>
        ))}
      </nav>
      <nav className="pills" aria-label={t('missed.since')}>
        {periods.map((each) => (
          <Link
            key={each}
            to={to({ jours: each })}
            className={each === days ? 'on' : ''}
            aria-current={each === days ? 'true' : undefined}
          >
            {say('missed.days', { count: each })}
          </Link>
        ))}
      </nav>
      {rows.length ? (
        <ScrollTable name={t('missed.title')}>
          <thead>
            <tr>
              {(['words', 'outcome', 'count', 'last', 'act'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`missed.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ words, outcome: came, count, lastOn, lastText }) => (
              <tr key={`${words}/${came}`}>
                <th scope="row">
                  <bdi>{words}</bdi>
                </th>
                <td>
                  <Badge tone={came === 'nothing' ? 'danger' : 'warning'}>{say(`missed.${came}`)}</Badge>
                </td>
                <td className="figures">{count}</td>
                <td>
                  <time dateTime={lastOn}>{lastText}</time>
                </td>
                <td>
                  <span className="row">
                    <Link
                      to={path(`/admin/recherche?${new URLSearchParams({ mots: words })}`)}
                      aria-label={t('missed.makeOf', { words })}
                    >
                      {say('missed.make')}
                    </Link>
                    <Link
                      to={path(`/recherche?${new URLSearchParams({ q: words })}`)}
                      aria-label={t('missed.tryOf', { words })}
                    >
                      {say('missed.try')}
                    </Link>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      ) : (
        <Empty>
          <p>{say('missed.none')}</p>
        </Empty>
      )}
      {nextCursor ? (
        <Link className="button button-line" to={to({ suite: nextCursor })}>
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
