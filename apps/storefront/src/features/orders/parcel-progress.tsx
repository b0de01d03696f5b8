import type { OrderView } from '@tiwizi/contracts';
import { Amount, Badge, Icon, type IconName, Measure, type Tone } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { shortName } from '../../short-name.js';
import { usePath } from '../../paths.js';

type SubOrder = OrderView['subOrders'][number];
type Status = SubOrder['status'];

const steps = ['ordered', 'accepted', 'prepared', 'shipped', 'delivered'] as const;
const stepIcons: Record<(typeof steps)[number], IconName> = {
  ordered: 'basket',
  accepted: 'check',
  prepared: 'box',
  shipped: 'truck',
  delivered: 'home',
};

/** A service is neither packed nor sent. */
const stepOnSite = {
  ordered: 'step-ordered',
  accepted: 'step-accepted',
  prepared: 'step-prepared',
  shipped: 'step-arranged',
  delivered: 'step-done',
} as const;

/** How far each status has come, and which event tells when a step was reached. */
const reached: Partial<Record<Status, number>> = {
  pending: 0,
  accepted: 1,
  preparing: 1,
  ready: 2,
  shipped: 3,
  delivered: 4,
  completed: 4,
};
const stepStatuses: readonly (readonly Status[])[] = [
  ['pending'],
  ['accepted', 'preparing'],
  ['ready'],
  ['shipped'],
  ['delivered', 'completed'],
];

/** Off the straight road: said in words with a sign. */
const branches: Partial<
  Record<Status, { key: 'canceled' | 'rejected' | 'refused' | 'returning' | 'returned'; tone: Tone }>
> = {
  canceled: { key: 'canceled', tone: 'danger' },
  rejected: { key: 'rejected', tone: 'danger' },
  auto_rejected: { key: 'rejected', tone: 'danger' },
  refused: { key: 'refused', tone: 'danger' },
  undeliverable: { key: 'refused', tone: 'danger' },
  returning: { key: 'returning', tone: 'warning' },
  return_requested: { key: 'returning', tone: 'warning' },
  return_approved: { key: 'returning', tone: 'warning' },
  return_rejected: { key: 'returning', tone: 'warning' },
  returned: { key: 'returned', tone: 'info' },
};

export function ParcelProgress({ subOrder }: { subOrder: SubOrder }) {
  const { t, say } = useTexts('orders');
  const path = usePath();
  const { cooperative } = subOrder;
  return (
    <section className="parcel" aria-label={t('parcelOf', { name: shortName(cooperative.name) })}>
      <header>
        <img className="door door-large" src={cooperative.emblem} alt="" width={44} height={57} />
        <div>
          <h2>{say('parcelOf', { name: shortName(cooperative.name) })}</h2>
          <p className="small muted">
            <bdi className="figures">{subOrder.number}</bdi>
          </p>
        </div>
      </header>
      <div className="parcel-body">
        <Timeline subOrder={subOrder} />
        {subOrder.trackingNumber ? (
          <p>
            {say('trackingNumber')} <bdi className="figures">{subOrder.trackingNumber}</bdi>
          </p>
        ) : null}
        {subOrder.deliveryBy && (reached[subOrder.status] ?? 9) < 4 ? (
          <p className="muted">{say('deliveryBy', { date: subOrder.deliveryBy })}</p>
        ) : null}
        <OrderedLines subOrder={subOrder} />
        <p>
          <Link to={path(`/cooperatives/${cooperative.slug}`)}>{say('seeCooperative')}</Link>
        </p>
      </div>
    </section>
  );
}

function Timeline({ subOrder: { status, timeline, isOnSite } }: { subOrder: SubOrder }) {
  const { t, say } = useTexts('orders');
  const branch = branches[status];
  const done = reached[status] ?? Math.max(0, ...timeline.map((event) => reached[event.status] ?? 0));
  const whenOf = (index: number) => timeline.findLast((event) => stepStatuses[index]?.includes(event.status))?.atText;
  const branchedAt = branch ? timeline.findLast((event) => event.status === status)?.atText : undefined;
  return (
    <>
      {branch ? (
        <p className="row">
          <Badge tone={branch.tone}>{say(`branch-${branch.key}`)}</Badge>
          {branchedAt ? <span className="muted small">{branchedAt}</span> : null}
        </p>
      ) : null}
      <ol className="timeline" aria-label={t('progress')}>
        {steps.map((step, index) => {
          if (isOnSite && step === 'prepared') return null;
          const isDone = index <= done;
          return (
            <li
              key={step}
              className={isDone ? 'done' : undefined}
              aria-current={!branch && index === done ? 'step' : undefined}
            >
              <span className="mark">
                <Icon
                  name={isDone && index < done ? 'check' : isOnSite && step === 'shipped' ? 'clock' : stepIcons[step]}
                />
              </span>
              <span>
                {say(isOnSite ? stepOnSite[step] : (`step-${step}` as const))}
                {whenOf(index) ? <span className="muted small when">{whenOf(index)}</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function OrderedLines({ subOrder }: { subOrder: SubOrder }) {
  const { say, locale } = useTexts('orders');
  return (
    <>
      <ul className="brief-lines">
        {subOrder.lines.map((line) => (
          <li key={line.id} className="spread">
            <span>
              <bdi className="figures" dir="ltr">
                {line.quantity} ×
              </bdi>{' '}
              <bdi lang={line.titleLocale === locale ? undefined : line.titleLocale}>{line.title}</bdi>
              {line.measure ? (
                <span className="muted">
                  {' '}
                  <Measure value={line.measure} locale={locale} />
                </span>
              ) : null}
            </span>
            <Amount value={line.total} locale={locale} />
          </li>
        ))}
      </ul>
      <dl className="sums">
        <dt>{say('shipping')}</dt>
        <dd>
          <Amount value={subOrder.shipping} locale={locale} />
        </dd>
        <dt className="grand">{say('parcelTotal')}</dt>
        <dd className="grand">
          <Amount value={subOrder.total} locale={locale} />
        </dd>
      </dl>
    </>
  );
}
