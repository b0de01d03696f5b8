import type { Cart } from '@tiwizi/contracts';
import { Amount } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

export function CartSummary({ cart, children }: { cart: Cart; children?: ReactNode }) {
  const { say, locale } = useTexts('cart');
  return (
    <section className="panel stack sticky" aria-labelledby="summary">
      <h2 id="summary">{say('summary')}</h2>
      <dl className="sums">
        <dt>{say('goods')}</dt>
        <dd>
          <Amount value={cart.goods} locale={locale} />
        </dd>
        <dt>{say('deliveries', { count: cart.parcels.length })}</dt>
        <dd>{cart.delivery ? <Amount value={cart.delivery} locale={locale} /> : say('deliveryLater')}</dd>
        <dt className="grand">{say('total')}</dt>
        <dd className="grand">
          <Amount value={cart.total} locale={locale} />
        </dd>
      </dl>
      {children}
    </section>
  );
}
