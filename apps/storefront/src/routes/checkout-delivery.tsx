import { SetDelivery } from '@tiwizi/contracts';
import { data, redirect } from 'react-router';
import { api, app } from '../app-context.js';
import { CartSummary } from '../features/cart/cart-summary.js';
import { CheckoutSteps } from '../features/checkout/checkout-steps.js';
import { DeliveryForm, type DeliveryValues } from '../features/checkout/delivery-form.js';
import { phoneText } from '../features/checkout/phone-text.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { sentence } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn } from '../paths.js';
import { cartToOrder } from '../server/cart.server.js';
import { setCookie } from '../server/cookies.server.js';
import { deliveryChoices, rememberedCity } from '../server/delivery.server.js';
import { ownRefusal, refusalOf } from '../server/refusal.server.js';
import type { Route } from './+types/checkout-delivery.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const cart = await cartToOrder(request, context);
  const { account } = app(context);
  const city = await rememberedCity(request, locale, context);
  const address = cart.address;
  const provinceId = (city.isNew ? city.provinceId : null) ?? address?.provinceId ?? city.provinceId;
  const values: DeliveryValues = {
    name: address?.name ?? account?.name ?? '',
    phone: phoneText(address?.phone ?? account?.phone ?? ''),
    provinceId: provinceId ?? '',
    line: address?.line ?? '',
    note: address?.note ?? '',
  };
  const options = await deliveryChoices(cart.id, provinceId, locale, context);
  return { cart, cities: city.cities, values, parcelOptions: options };
}

export async function action({ request, context }: Route.ActionArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const cart = await cartToOrder(request, context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const values: DeliveryValues = {
    name: text('name'),
    phone: text('phone'),
    provinceId: text('provinceId'),
    line: text('line'),
    note: text('note'),
  };
  const missing = {
    ...(!values.name && { name: sentence(locale, 'checkout', 'nameRequired') }),
    ...(!values.phone && { phone: 'checkout/invalid-phone' }),
    ...(!values.provinceId && { provinceId: 'checkout/unknown-province' }),
    ...(!values.line && { line: sentence(locale, 'checkout', 'lineRequired') }),
  };
  if (Object.keys(missing).length) return data({ values, refusal: ownRefusal(locale, missing) }, { status: 400 });
  const choices = cart.parcels.flatMap(({ cooperative }) => {
    const optionId = text(`option-${cooperative.id}`);
    return optionId ? [{ cooperativeId: cooperative.id, optionId }] : [];
  });
  const { note, ...address } = values;
  try {
    await api(context).call(SetDelivery, {
      params: { id: cart.id },
      query: { locale },
      body: { address: { ...address, ...(note && { note }) }, choices },
    });
  } catch (error) {
    const refusal = refusalOf(error, locale);
    return data({ values, refusal }, { status: refusal.status });
  }
  return redirect(pathIn(locale, '/commande/paiement'), {
    headers: { 'Set-Cookie': setCookie(request, 'tiwizi_city', values.provinceId) },
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ values: undefined, refusal }));

export default function DeliveryStep({ loaderData, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('checkout');
  const { cart, cities, values } = loaderData;
  return (
    <div className="wrap page stack">
      <PageHead title={t('step-delivery')} hasErrors={Boolean(actionData?.refusal)} />
      <CheckoutSteps current="delivery" />
      <h1>{say('step-delivery')}</h1>
      <div className="two-columns">
        <div className="stack narrow">
          <ErrorSummary refusal={actionData?.refusal} />
          <DeliveryForm
            cart={cart}
            cities={cities}
            values={actionData?.values ?? values}
            parcelOptions={loaderData.parcelOptions}
            refusal={actionData?.refusal}
          />
        </div>
        <CartSummary cart={cart} />
      </div>
    </div>
  );
}
