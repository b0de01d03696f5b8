import type { OrderView } from '@tiwizi/contracts';
import { Amount, Badge, type Tone } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

export function OrderSummary({ order, children }: { order: OrderView; children?: ReactNode }) {
  const { t, say, locale } = useTexts('orders');
  const { address, payment } = order;
  return (
    <section className="panel stack sticky" aria-labelledby="order-summary">
      <h2 id="order-summary">{say('summary')}</h2>
      <p className="muted">{say('placedAt', { date: order.placedAtText })}</p>
      <dl className="sums">
        <dt>{say('goods')}</dt>
        <dd>
          <Amount value={order.goods} locale={locale} />
        </dd>
        <dt>{say('shipping')}</dt>
        <dd>
          <Amount value={order.shipping} locale={locale} />
        </dd>
        <dt className="grand">{say('total')}</dt>
        <dd className="grand">
          <Amount value={order.total} locale={locale} />
        </dd>
      </dl>
      <p>
        {say(`method-${payment.method}`)}
        {t('colon')}
        {say(`payment-${payment.status}`)}
      </p>
      <address className="address">
        <bdi>{address.name}</bdi>
        <bdi dir="ltr">{address.phoneMasked}</bdi>
        <span>
          <bdi>{address.line}</bdi>
          {t('comma')}
          <bdi>{address.city}</bdi>
        </span>
        {address.note ? <bdi className="muted">{address.note}</bdi> : null}
      </address>
      {children}
    </section>
  );
}

const tones: Record<OrderView['status'], Tone> = {
  draft: 'info',
  placed: 'warning',
  confirmed: 'success',
  in_progress: 'info',
  delivered: 'success',
  completed: 'success',
  expired: 'danger',
  canceled: 'danger',
};

export function OrderBadge({ status }: { status: OrderView['status'] }) {
  const { say } = useTexts('orders');
  return <Badge tone={tones[status]}>{say(`status-${status}`)}</Badge>;
}
