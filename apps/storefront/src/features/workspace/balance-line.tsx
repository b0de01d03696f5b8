import type { Balance, Money } from '@tiwizi/contracts';
import { Amount, Badge, Icon, type IconName, type Tone } from '@tiwizi/ui';
import { Link } from 'react-router';
import { ScrollTable } from '../../desk/scroll-table.js';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

type Line = Balance['lines'][number];

const looks: Record<Line['state'], { tone: Tone; icon: IconName }> = {
  'awaiting-payment': { tone: 'info', icon: 'clock' },
  authorized: { tone: 'success', icon: 'card' },
  'in-escrow': { tone: 'info', icon: 'shield' },
  pending: { tone: 'warning', icon: 'clock' },
  available: { tone: 'success', icon: 'coin' },
  'paid-out': { tone: 'success', icon: 'check' },
};

/** One parcel's money: a sum that adds up, why it is where it is, and every entry of the books behind it. */
export function BalanceLineItem({ line }: { line: Line }) {
  const { say, t, has, locale } = useTexts('workspace');
  const path = usePath();
  const percent = (bps: number) => t('percent', { value: bps / 100 });
  const reason = `why.${line.stateReason}`;
  return (
    <li className="balance-line">
      <div className="spread">
        <h3>
          <Link to={path(`/vendeur/commandes/${line.subOrderId}`)}>
            <bdi className="figures">{line.subOrderNumber}</bdi>
          </Link>
        </h3>
        <Badge tone={looks[line.state].tone} icon={looks[line.state].icon}>
          {say(`state.${line.state}`)}
        </Badge>
      </div>
      {has(reason) ? <p className="small muted">{say(reason)}</p> : null}
      {line.releaseOnText ? (
        <p className="chip">
          <Icon name="clock" />
          {say('money.releaseOn', { date: line.releaseOnText })}
        </p>
      ) : null}
      <dl className="sums">
        <dt>{say('sums.goods')}</dt>
        <dd>
          <Amount value={line.goods} locale={locale} />
        </dd>
        <dt>{say('sums.commissionRate', { rate: percent(line.commissionBps) })}</dt>
        <dd>
          − <Amount value={line.commission} locale={locale} />
        </dd>
        <dt>{say('sums.vatRate', { rate: percent(line.vatOnCommissionBps) })}</dt>
        <dd>
          − <Amount value={line.vatOnCommission} locale={locale} />
        </dd>
        <dt className="grand">{say('sums.due')}</dt>
        <dd className="grand">
          <Amount value={line.due} locale={locale} />
        </dd>
      </dl>
      {line.postings.length ? <Postings line={line} /> : null}
    </li>
  );
}

const directions = ['in', 'out'] as const;

/** Two columns, as account books have them: a minus sign before one's own money reads as a debt. */
function Postings({ line }: { line: Line }) {
  const { say, t, has, locale } = useTexts('workspace');
  return (
    <details className="postings">
      <summary>{say('money.postings', { count: line.postings.length })}</summary>
      <ScrollTable name={t('money.postingsOf', { number: line.subOrderNumber })}>
        <thead>
          <tr>
            <th scope="col">{say('posting.when')}</th>
            <th scope="col">{say('posting.what')}</th>
            <th scope="col">{say('posting.account')}</th>
            {directions.map((direction) => (
              <th key={direction} scope="col" className="amount">
                {say(`posting.${direction}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line.postings.map((posting, index) => (
            <tr key={posting.entryId + posting.account + index}>
              <td>
                <time dateTime={posting.at}>{posting.atText}</time>
              </td>
              <td>{known(`posting.${posting.kind}`, posting.kind)}</td>
              <td>{known(`account.${posting.account}`, posting.account)}</td>
              {directions.map((direction) => (
                <td key={direction} className="amount">
                  {posting.direction === direction ? <Amount value={size(posting.amount)} locale={locale} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );

  function known(key: string, otherwise: string) {
    return has(key) ? say(key) : <bdi>{otherwise}</bdi>;
  }
}

const size = ({ amount, currency }: Money): Money => ({ amount: Math.abs(amount), currency });
