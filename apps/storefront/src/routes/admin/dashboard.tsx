import { ListCases, ListCooperativesToVerify, ListShipments } from '@tiwizi/contracts';
import { Icon, Note, type IconName } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { may } from '../../desk/guard.server.js';
import { PageHead } from '../../features/frame/page-head.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, usePath } from '../../paths.js';
import { signedIn } from '../../server/account.server.js';
import type { Route } from './+types/dashboard.js';

/** ADM-1: every figure comes from the list it leads to. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const account = signedIn(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const client = api(context);
  const [cases, cooperatives, parcels] = await Promise.all([
    may(account, 'moderation:decide') ? client.call(ListCases, { query: { locale, limit: 1 } }) : null,
    may(account, 'cooperatives:verify')
      ? client.call(ListCooperativesToVerify, { query: { locale, limit: 1, state: 'submitted' } })
      : null,
    may(account, 'shipments:track') ? client.call(ListShipments, { query: { locale, limit: 100 } }) : null,
  ]);
  return {
    name: account.name,
    cases: cases && {
      count: cases.openCount,
      decidedToday: cases.decidedToday,
      oldest: cases.items[0]?.ageText ?? null,
    },
    cooperatives: cooperatives && { count: cooperatives.total },
    parcels: parcels && { count: parcels.items.length, isMore: parcels.nextCursor !== null },
  };
}

export default function Dashboard({ loaderData: { name, cases, cooperatives, parcels } }: Route.ComponentProps) {
  const { t, say } = useTexts('admin');
  return (
    <div className="wrap page stack">
      <PageHead title={t('dashboard.title')} />
      <DeskHead title={say('dashboard.title')} intro={say('dashboard.hello', { name })} />
      <ul className="figures-list">
        {cases ? (
          <Figure
            icon="shield"
            count={cases.count}
            to="/admin/moderation"
            label={t('dashboard.cases', { count: cases.count })}
          >
            {cases.oldest ? t('dashboard.oldest', { age: cases.oldest }) : t('dashboard.allDone')}
            {' · '}
            {t('dashboard.decided', { count: cases.decidedToday })}
          </Figure>
        ) : null}
        {cooperatives ? (
          <Figure
            icon="home"
            count={cooperatives.count}
            to="/admin/cooperatives?etat=submitted"
            label={t('dashboard.cooperatives', { count: cooperatives.count })}
          >
            {t('dashboard.cooperativesText')}
          </Figure>
        ) : null}
        {parcels ? (
          <Figure
            icon="truck"
            count={parcels.count}
            isMore={parcels.isMore}
            to="/admin/colis"
            label={t('dashboard.parcels', { count: parcels.count })}
          >
            {t('dashboard.parcelsText')}
          </Figure>
        ) : null}
      </ul>
      {(cases?.count ?? 0) + (cooperatives?.count ?? 0) + (parcels?.count ?? 0) === 0 ? (
        <Note tone="success" icon="star">
          <p>{say('dashboard.quiet')}</p>
        </Note>
      ) : null}
    </div>
  );
}

function Figure({
  icon,
  count,
  isMore = false,
  to,
  label,
  children,
}: {
  icon: IconName;
  count: number;
  isMore?: boolean;
  to: string;
  label: string;
  children: ReactNode;
}) {
  const path = usePath();
  return (
    <li className="figure-card">
      <Icon name={icon} />
      <Link to={path(to)}>
        <b className="figures">
          {count}
          {isMore ? '+' : ''}
        </b>
        <span>{label}</span>
      </Link>
      <p className="muted small">{children}</p>
    </li>
  );
}
