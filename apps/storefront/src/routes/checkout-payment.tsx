import { Icon } from '@tiwizi/ui';
import { Form, Link, redirect } from 'react-router';
import { CartSummary } from '../features/cart/cart-summary.js';
import { CheckoutSteps } from '../features/checkout/checkout-steps.js';
import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import { cartToOrder } from '../server/cart.server.js';
import type { Route } from './+types/checkout-payment.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const cart = await cartToOrder(request, context);
  if (!cart.address) throw redirect(pathIn(localeOf(pathname), '/commande/livraison'));
  return { cart, isCard: !cart.mayPayCash || searchParams.get('mode') === 'carte' };
}

/** The choice travels in the address to the last step, where it can be changed again. */
export default function PaymentStep({ loaderData: { cart, isCard } }: Route.ComponentProps) {
  const { t, say } = useTexts('checkout');
  const path = usePath();
  return (
    <div className="wrap page stack">
      <PageHead title={t('step-payment')} />
      <CheckoutSteps current="payment" />
      <h1>{say('step-payment')}</h1>
      <div className="two-columns">
        <Form className="stack narrow" action={path('/commande/verification')}>
          <fieldset className="stack" role="radiogroup" aria-labelledby="payment-method">
            <legend id="payment-method">{say('method')}</legend>
            <label className="choice">
              <input
                type="radio"
                name="mode"
                value="livraison"
                defaultChecked={!isCard}
                disabled={!cart.mayPayCash}
                aria-describedby="cash-hint"
              />
              <Icon name="coin" />
              <span>{say('cash')}</span>
            </label>
            <p className="hint" id="cash-hint">
              {say(cart.mayPayCash ? 'cashHint' : 'cashNotOnSite')}
            </p>
            <label className="choice">
              <input type="radio" name="mode" value="carte" defaultChecked={isCard} aria-describedby="card-hint" />
              <Icon name="card" />
              <span>{say('card')}</span>
            </label>
            <p className="hint" id="card-hint">
              {say('cardHint')}
            </p>
          </fieldset>
          <button className="button button-main button-wide">
            {say('toReview')}
            <Icon name="arrow" />
          </button>
          <Link className="button button-quiet" to={path('/commande/livraison')}>
            {say('changeDelivery')}
          </Link>
        </Form>
        <CartSummary cart={cart} />
      </div>
    </div>
  );
}
