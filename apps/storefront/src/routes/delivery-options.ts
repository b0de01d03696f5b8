import { isLost } from '../lost-request.js';
import { localeOf } from '../paths.js';
import { cartToOrder } from '../server/cart.server.js';
import { deliveryChoices, rememberedCity } from '../server/delivery.server.js';
import type { Route } from './+types/delivery-options.js';

/** While a city is chosen. Nothing depends on it: sending the form shows the choices as well. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const locale = localeOf(new URL(request.url).pathname);
  const cart = await cartToOrder(request, context);
  const { provinceId } = await rememberedCity(request, locale, context);
  return { parcelOptions: await deliveryChoices(cart.id, provinceId, locale, context) };
}

export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  try {
    return await serverLoader();
  } catch (error) {
    if (!isLost(error)) throw error;
    return { parcelOptions: null };
  }
}
