import type { SellerOrder } from '@tiwizi/contracts';
import { Amount, Icon, Measure, SectionTitle } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';

export function OrderLines({ order }: { order: SellerOrder }) {
  const { say, locale } = useTexts('workspace');
  return (
    <section className="panel">
      <h2 className="visually-hidden">{say('order.what')}</h2>
      <ul className="order-lines">
        {order.lines.map((line) => (
          <li key={line.id}>
            <div className="tile">
              <img src={line.picture} alt="" width={160} height={128} />
            </div>
            <b className="quantity">
              <bdi dir="ltr">× {line.quantity}</bdi>
            </b>
            <div>
              <h3 lang={line.titleLocale}>
                <bdi>{line.title}</bdi>
              </h3>
              <p className="muted">
                {line.measure ? (
                  <>
                    <Measure value={line.measure} locale={locale} />
                    {' · '}
                  </>
                ) : null}
                <Amount value={line.price} locale={locale} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** FUL-2: where it goes is known once the cooperative has said yes. */
export function OrderAddress({ order }: { order: SellerOrder }) {
  const { say } = useTexts('workspace');
  const { address, city, status, trackingNumber } = order;
  return (
    <section className="panel stack">
      <SectionTitle>{say(order.isOnSite ? 'order.who' : 'order.where')}</SectionTitle>
      {address ? (
        <address className="ship-to">
          <b>
            <bdi>{address.name}</bdi>
          </b>
          <bdi>{address.line}</bdi>
          <bdi>{address.city}</bdi>
          <a href={`tel:${address.phone}`} className="button button-line">
            <Icon name="phone" />
            <bdi dir="ltr">{address.phone}</bdi>
          </a>
          {address.note ? <q className="note">{address.note}</q> : null}
        </address>
      ) : (
        <p>
          <b>
            <bdi>{city}</bdi>
          </b>
          <br />
          <span className="muted">{say(status === 'pending' ? 'order.addressLater' : 'order.addressHidden')}</span>
        </p>
      )}
      {trackingNumber ? (
        <p>
          {say('order.tracking')} <bdi className="figures">{trackingNumber}</bdi>
        </p>
      ) : null}
    </section>
  );
}

/** PAYO-1 for one order: a sum that adds up, delivery apart because it is the carrier's. */
export function OrderSums({ order }: { order: SellerOrder }) {
  const { say, locale } = useTexts('workspace');
  return (
    <section className="panel stack">
      <SectionTitle>{say('order.money')}</SectionTitle>
      <dl className="sums">
        <dt>{say('sums.goods')}</dt>
        <dd>
          <Amount value={order.goods} locale={locale} />
        </dd>
        <dt>{say('sums.commission')}</dt>
        <dd>
          − <Amount value={order.commission} locale={locale} />
        </dd>
        <dt>{say('sums.vat')}</dt>
        <dd>
          − <Amount value={order.vatOnCommission} locale={locale} />
        </dd>
        <dt className="grand">{say('sums.due')}</dt>
        <dd className="grand">
          <Amount value={order.due} locale={locale} />
        </dd>
      </dl>
      <p className="chip">
        <Icon name={order.paymentMethod === 'card' ? 'card' : 'coin'} />
        {say(`method.${order.paymentMethod}`)}
      </p>
      <p className="small muted">
        {say('sums.buyerPays')} <Amount value={order.total} locale={locale} /> {say('sums.ofWhichDelivery')}{' '}
        <Amount value={order.shipping} locale={locale} />
      </p>
    </section>
  );
}

function pastOf(status: SellerOrder['status'], isOnSite: boolean) {
  if (status === 'pending') return 'order.received';
  if (isOnSite && status === 'shipped') return 'order.arranged';
  return isOnSite && status === 'delivered' ? 'order.done' : (`order.${status}` as const);
}

export function OrderTimeline({ order }: { order: SellerOrder }) {
  const { say } = useTexts('workspace');
  return (
    <section className="panel stack">
      <SectionTitle>{say('order.history')}</SectionTitle>
      <ol className="history">
        {order.timeline.map(({ status, at, atText }) => (
          <li key={status + at}>
            <b>{say(pastOf(status, order.isOnSite))}</b>
            <time dateTime={at} className="muted small">
              {atText}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
