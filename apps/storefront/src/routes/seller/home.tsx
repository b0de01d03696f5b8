import { ListListings, ListSellerOrders, ShowBalance, ShowProfile } from '@tiwizi/contracts';
import { Amount, Icon, Note, type IconName } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, app } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { PageHead } from '../../features/frame/page-head.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf, usePath } from '../../paths.js';
import type { Route } from './+types/home.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const client = api(context);
  const params = { coopId };
  const [orders, listings, toCorrect, balance, profile] = await Promise.all([
    client.call(ListSellerOrders, { params, query: { locale, group: 'to-prepare', limit: 100 } }),
    client.call(ListListings, { params, query: { locale, limit: 100, status: 'online' } }),
    client.call(ListListings, { params, query: { locale, limit: 100, status: 'to-correct' } }),
    client.call(ShowBalance, { params, query: { locale, limit: 50 } }),
    client.call(ShowProfile, { params }),
  ]);
  const next = balance.lines.find(({ state, releaseOnText }) => state === 'pending' && releaseOnText);
  return {
    name: app(context).account?.name ?? '',
    counts: {
      accept: orders.items.filter(({ status }) => status === 'pending').length,
      prepare: orders.counts.toPrepare,
      handOver: orders.counts.ready,
      correct: toCorrect.items.length,
      soldOut: listings.items.filter(({ stock }) => stock === 0).length,
    },
    correctId: toCorrect.items.length === 1 ? (toCorrect.items[0]?.id ?? null) : null,
    available: balance.available,
    pending: balance.pending,
    nextRelease: next ? { amount: next.due, date: next.releaseOnText } : null,
    hasProducts: listings.items.length + toCorrect.items.length > 0,
    verification: profile.verification,
    refusalReason: profile.refusalReason,
  };
}

export default function SellerHome({ loaderData }: Route.ComponentProps) {
  const { t, say, locale } = useTexts('workspace');
  const path = usePath();
  const { counts, correctId, nextRelease, available, verification } = loaderData;
  const isQuiet = Object.values(counts).every((count) => count === 0);
  return (
    <div className="stack">
      <PageHead title={t('home.title')} />
      <DeskHead title={say('home.title')} intro={say('home.hello', { name: loaderData.name })} />
      {verification === 'verified' ? null : (
        <Note tone={verification === 'refused' || verification === 'suspended' ? 'danger' : 'warning'}>
          <p>{say(`verification.${verification}`)}</p>
          {loaderData.refusalReason ? (
            <p>
              <bdi>{loaderData.refusalReason}</bdi>
            </p>
          ) : null}
        </Note>
      )}
      <ul className="todos">
        <Todo icon="check" count={counts.accept} to={path('/vendeur/commandes')} tone="now">
          {say('home.accept', { count: counts.accept })}
        </Todo>
        <Todo icon="box" count={counts.prepare - counts.accept} to={path('/vendeur/commandes')}>
          {say('home.prepare', { count: counts.prepare - counts.accept })}
        </Todo>
        <Todo icon="truck" count={counts.handOver} to={path('/vendeur/commandes?liste=pretes')}>
          {say('home.handOver', { count: counts.handOver })}
        </Todo>
        <Todo
          icon="pen"
          count={counts.correct}
          to={path(correctId ? `/vendeur/produits/${correctId}` : '/vendeur/produits?etat=to-correct')}
        >
          {say('home.correct', { count: counts.correct })}
        </Todo>
        <Todo icon="alert" count={counts.soldOut} to={path('/vendeur/produits?etat=online')}>
          {say('home.soldOut', { count: counts.soldOut })}
        </Todo>
      </ul>
      {isQuiet ? (
        <Note tone="success" icon="star">
          <p>{say('home.quiet')}</p>
        </Note>
      ) : null}
      <Link className="money-strip" to={path('/vendeur/versements')}>
        <Icon name="coin" />
        <span>
          {nextRelease ? (
            <>
              <Amount value={nextRelease.amount} locale={locale} />
              <span className="small">{say('home.arrives', { date: nextRelease.date ?? '' })}</span>
            </>
          ) : (
            <>
              <Amount value={available} locale={locale} />
              <span className="small">{say('money.available')}</span>
            </>
          )}
        </span>
        <Icon name="arrow" />
      </Link>
      <Link className="button button-line button-wide" to={path('/vendeur/produits/nouveau/photos')}>
        <Icon name="camera" />
        {say(loaderData.hasProducts ? 'products.new' : 'products.addFirst')}
      </Link>
    </div>
  );
}

function Todo({
  icon,
  count,
  to,
  tone,
  children,
}: {
  icon: IconName;
  count: number;
  to: string;
  tone?: 'now';
  children: ReactNode;
}) {
  if (count <= 0) return null;
  return (
    <li className={tone ? 'todo todo-now' : 'todo'}>
      <Link to={to}>
        <span className="todo-mark">
          <Icon name={icon} />
        </span>
        <b>{children}</b>
        <Icon name="arrow" />
      </Link>
    </li>
  );
}
