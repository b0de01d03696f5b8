import { randomUUID } from 'node:crypto';
import {
  AddLine,
  ConfirmOrder,
  OpenCart,
  PlaceOrder,
  PriceCheckout,
  SetDelivery,
  type PaymentMethod,
} from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { codeSentTo } from './mailbox.js';
import { newPhone } from './people.js';
import type { Product } from './product.js';
import { Visitor } from './visitor.js';

export interface PlacedOrder {
  readonly number: string;
  readonly token: string;
  readonly phone: string;
  readonly visitor: Visitor;
}

export const buyerAddress = { provinceId: 'MA-CAS', line: 'Près de la grande poste, 12 rue des Palmiers' };

/** A guest's order of one piece of each product, placed through the API; a cash order is confirmed by its code. */
export async function placeOrder(
  products: readonly Product[],
  locale: Locale = 'fr',
  paymentMethod: PaymentMethod = 'cash-on-delivery',
  isConfirmed = paymentMethod === 'cash-on-delivery',
): Promise<PlacedOrder> {
  const visitor = new Visitor();
  const { api } = visitor;
  const phone = newPhone().full;
  const { id: cartId } = await api.call(OpenCart);
  for (const { variantId } of products) await api.call(AddLine, { params: { id: cartId }, body: { variantId } });
  const address = { name: 'Youssef Benali', phone, ...buyerAddress };
  await api.call(SetDelivery, { params: { id: cartId }, body: { address } });
  const checkout = await api.call(PriceCheckout, { query: { locale }, body: { cartId, paymentMethod } });
  const { number, token } = await api.call(PlaceOrder, {
    query: { locale },
    body: { checkoutId: checkout.id },
    idempotencyKey: randomUUID(),
  });
  if (isConfirmed) {
    const code = await codeSentTo(phone);
    await api.call(ConfirmOrder, { params: { number }, query: { locale, token }, body: { code } });
  }
  return { number, token, phone, visitor };
}
