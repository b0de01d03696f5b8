import { PlaceOrder, PriceCheckout } from '@tiwizi/contracts';
import { formatMoney } from '@tiwizi/i18n';
import { FieldError, Localized, Note } from '@tiwizi/ui';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { api } from '../app-context.js';
import { ParcelSums } from '../features/cart/cart-parcel.js';
import { CartSummary } from '../features/cart/cart-summary.js';
import { CheckoutSteps } from '../features/checkout/checkout-steps.js';
import { phoneText } from '../features/checkout/phone-text.js';
import { ReviewedParcel } from '../features/checkout/reviewed-parcel.js';
import { useIsOnline } from '../features/frame/offline-strip.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { sentence } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import { cartToOrder, forgetCart } from '../server/cart.server.js';
import { rememberOrder } from '../server/orders.server.js';
import { ownRefusal, refusalOf, type Refusal } from '../server/refusal.server.js';
import type { Route } from './+types/checkout-review.js';

const methods = { carte: 'card', livraison: 'cash-on-delivery' } as const;
const modeOf = (value: unknown): keyof typeof methods => (value === 'carte' ? 'carte' : 'livraison');

/** What is shown is what is charged: the page is made of the priced snapshot the order will be placed from. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const cart = await cartToOrder(request, context);
  if (!cart.address) throw redirect(pathIn(locale, '/commande/livraison'));
  const mode = cart.mayPayCash ? modeOf(searchParams.get('mode')) : 'carte';
  const base = { mode, address: cart.address };
  try {
    const body = { cartId: cart.id, paymentMethod: methods[mode] };
    const checkout = await api(context).call(PriceCheckout, { query: { locale }, body });
    // Made when the form is shown: pressed twice or sent again, it is the same order.
    return { ...base, cart: checkout.cart, checkoutId: checkout.id, key: crypto.randomUUID(), refusal: null };
  } catch (error) {
    return { ...base, cart, checkoutId: null, key: '', refusal: refusalOf(error, locale) };
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const refuse = (refusal: Refusal) => data({ refusal }, { status: refusal.status });
  if (!form.get('accept')) {
    return refuse(ownRefusal(locale, { accept: sentence(locale, 'checkout', 'acceptRequired') }));
  }
  try {
    const placed = await api(context).call(PlaceOrder, {
      query: { locale },
      body: { checkoutId: String(form.get('checkoutId')) },
      idempotencyKey: String(form.get('key')),
    });
    const headers = new Headers({ 'Set-Cookie': rememberOrder(request, placed.number, placed.token) });
    headers.append('Set-Cookie', forgetCart(request));
    const { nextAction, method } = placed.payment;
    if (nextAction?.type === 'redirect') return redirect(nextAction.url, { headers });
    const page = method === 'card' ? 'retour' : 'merci';
    return redirect(pathIn(locale, `/commande/${page}/${placed.number}`), { headers });
  } catch (error) {
    const refusal = refusalOf(error, locale);
    const { orderNumber, token } = refusal.params;
    if (refusal.code !== 'cart_already_ordered' || typeof orderNumber !== 'string') return refuse(refusal);
    // Another tab was faster: its order is this one's too, and its answer may not have arrived yet.
    const headers = new Headers({ 'Set-Cookie': forgetCart(request) });
    if (typeof token === 'string') headers.append('Set-Cookie', rememberOrder(request, orderNumber, token));
    return redirect(pathIn(locale, `/commande/merci/${orderNumber}`), { headers });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal }));

export default function ReviewStep({ loaderData, actionData }: Route.ComponentProps) {
  const { t, say, locale } = useTexts('checkout');
  const path = usePath();
  const isOnline = useIsOnline();
  const isBusy = useNavigation().state === 'submitting';
  const { cart, address, mode, checkoutId, key } = loaderData;
  const refusal = actionData?.refusal ?? loaderData.refusal;
  const isCard = mode === 'carte';
  const acceptError = refusal?.fields['accept'];
  return (
    <div className="wrap page stack">
      <PageHead title={t('step-review')} hasErrors={Boolean(refusal)} />
      <CheckoutSteps current="review" />
      <h1>{say('step-review')}</h1>
      <ErrorSummary refusal={refusal}>
        {refusal && !acceptError ? (
          <p>
            <Link to={path('/panier')}>{say('backToCart')}</Link>
          </p>
        ) : null}
      </ErrorSummary>
      <div className="two-columns">
        <div className="stack">
          <section className="panel stack" aria-labelledby="deliver-to">
            <div className="spread">
              <h2 id="deliver-to">{say('step-delivery')}</h2>
              <Link to={path('/commande/livraison')}>{say('changeDelivery')}</Link>
            </div>
            <address className="address">
              <bdi>{address.name}</bdi>
              <bdi dir="ltr">{phoneText(address.phone)}</bdi>
              <span>
                <bdi>{address.line}</bdi>
                {t('comma')}
                <Localized value={address.city} page={locale} />
              </span>
              {address.note ? <bdi className="muted">{address.note}</bdi> : null}
            </address>
          </section>
          <section className="panel stack" aria-labelledby="pay-by">
            <div className="spread">
              <h2 id="pay-by">{say('step-payment')}</h2>
              <Link to={`${path('/commande/paiement')}?mode=${mode}`}>{say('changePayment')}</Link>
            </div>
            <p>{say(isCard ? 'card' : 'cash')}</p>
            <p className="muted">{say(isCard ? 'cardHint' : 'cashHint')}</p>
          </section>
          {cart.parcels.map((parcel) => (
            <ReviewedParcel key={parcel.cooperative.id} parcel={parcel}>
              <ParcelSums parcel={parcel} />
            </ReviewedParcel>
          ))}
        </div>
        <CartSummary cart={cart}>
          {checkoutId ? (
            <Form method="post" className="stack" action={`${path('/commande/verification')}?mode=${mode}`}>
              <input type="hidden" name="checkoutId" value={checkoutId} />
              <input type="hidden" name="key" value={key} />
              <div>
                <label className="check">
                  <input
                    id="accept"
                    type="checkbox"
                    name="accept"
                    value="yes"
                    aria-invalid={acceptError ? true : undefined}
                    aria-describedby={acceptError ? 'accept-error' : undefined}
                  />
                  <span>{say('accept')}</span>
                </label>
                <FieldError id="accept-error" text={acceptError} />
                <p className="small">
                  <Link to={path('/conditions')} target="_blank">
                    {say('readTerms')}
                  </Link>
                </p>
              </div>
              {isOnline ? null : <Note tone="warning">{say('offline')}</Note>}
              <button className="button button-buy button-wide" aria-busy={isBusy || undefined}>
                {isCard ? say('confirmAndPay', { amount: formatMoney(cart.total, locale) }) : say('confirm')}
              </button>
              <p className="hint">{say(isCard ? 'nextCard' : 'nextCash')}</p>
            </Form>
          ) : null}
        </CartSummary>
      </div>
    </div>
  );
}
