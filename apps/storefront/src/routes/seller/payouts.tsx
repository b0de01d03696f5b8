import { ShowBalance } from '@tiwizi/contracts';
import { Amount, Empty, Icon, SectionTitle } from '@tiwizi/ui';
import { formatMoney } from '@tiwizi/i18n';
import { Link } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { PageHead } from '../../features/frame/page-head.js';
import { BalanceLineItem } from '../../features/workspace/balance-line.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { localeOf } from '../../paths.js';
import type { Route } from './+types/payouts.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const { pathname, searchParams } = new URL(request.url);
  const cursor = searchParams.get('suite') ?? undefined;
  const query = { locale: localeOf(pathname), limit: 25, ...(cursor && { cursor }) };
  return { balance: await api(context).call(ShowBalance, { params: { coopId }, query }) };
}

export default function Payouts({ loaderData: { balance } }: Route.ComponentProps) {
  const { t, say, locale } = useTexts('workspace');
  const rest = [
    { key: 'held', value: balance.held },
    { key: 'inTransit', value: balance.inTransit },
    { key: 'debt', value: balance.debt },
  ] as const;
  return (
    <div className="stack">
      <PageHead title={t('money.title')} />
      <DeskHead title={say('money.title')} />
      <dl className="purse">
        <div className="purse-main">
          <dt>
            <Icon name="coin" />
            {say('money.available')}
          </dt>
          <dd>
            <Amount value={balance.available} locale={locale} />
          </dd>
          <dd className="small">{say('money.availableText')}</dd>
        </div>
        <div>
          <dt>
            <Icon name="clock" />
            {say('money.pending')}
          </dt>
          <dd>
            <Amount value={balance.pending} locale={locale} />
          </dd>
          <dd className="small">{say('money.pendingText')}</dd>
        </div>
        {balance.escrow.amount !== 0 ? (
          <div>
            <dt>{say('money.escrow')}</dt>
            <dd>
              <Amount value={balance.escrowDue} locale={locale} />
            </dd>
            <dd className="small">{say('money.escrowText', { whole: formatMoney(balance.escrow, locale) })}</dd>
          </div>
        ) : null}
        {rest
          .filter(({ value }) => value.amount !== 0)
          .map(({ key, value }) => (
            <div key={key}>
              <dt>{say(`money.${key}`)}</dt>
              <dd>
                <Amount value={value} locale={locale} />
              </dd>
              <dd className="small">{say(`money.${key}Text`)}</dd>
            </div>
          ))}
      </dl>
      <SectionTitle>{say('money.lines')}</SectionTitle>
      {balance.lines.length ? (
        <ul className="balance-list">
          {balance.lines.map((line) => (
            <BalanceLineItem key={line.subOrderId} line={line} />
          ))}
        </ul>
      ) : (
        <Empty picture="/pictures/categories/handmade.svg">
          <p>{say('money.none')}</p>
        </Empty>
      )}
      {balance.nextCursor ? (
        <Link className="button button-line" to={`?${new URLSearchParams({ suite: balance.nextCursor })}`}>
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
