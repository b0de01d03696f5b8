import type { PricedCheckout, PricedCheckoutParcel } from '@tiwizi/checkout';
import { allocate, basisPoints, money, sum, type Money } from '@tiwizi/money';
import { newId } from '@tiwizi/persistence';
import { OrderAssertion } from './order-errors.js';

export interface Terms {
  readonly commissionBps: number;
  readonly vatOnCommissionBps: number;
}

/** Rows as the one statement that writes an order takes them. */
export type OrderDocument = ReturnType<typeof orderDocument>;
export type SubOrderDocument = OrderDocument['subOrders'][number];

interface Identity {
  readonly id: string;
  readonly number: string;
  readonly accountId: string | null;
  readonly secretSalt: string;
  readonly placedAt: Date;
  readonly expiresAt: Date;
}

/** Copies what the buyer was shown and freezes the commission beside it; nothing is priced again. */
export function orderDocument(checkout: PricedCheckout, identity: Identity, terms: Terms) {
  const { currency, address } = checkout;
  const subOrders = checkout.parcels.map((parcel, position) =>
    subOrderDocument(parcel, `${identity.number}-${position + 1}`, position + 1, currency, terms),
  );
  const total = (amounts: readonly number[]): number =>
    sum(
      amounts.map((amount) => money(amount, currency)),
      currency,
    ).amount;
  const order = {
    ...identity,
    checkoutId: checkout.id,
    cartId: checkout.cartId,
    codeCount: checkout.paymentMethod === 'cash-on-delivery' ? 1 : 0,
    paymentMethod: checkout.paymentMethod,
    currency,
    goodsAmount: total(subOrders.map(({ goodsAmount }) => goodsAmount)),
    shippingAmount: total(subOrders.map(({ shippingAmount }) => shippingAmount)),
    totalAmount: total(subOrders.map(({ totalAmount }) => totalAmount)),
    contactName: address.name,
    phone: address.phone,
    email: checkout.email,
    locale: checkout.locale,
    address: {
      name: address.name,
      provinceId: address.provinceId,
      city: address.city,
      line: address.line,
      note: address.note,
    },
  };
  if (order.totalAmount !== checkout.totalAmount) {
    throw new OrderAssertion(`parcels of checkout ${checkout.id} add up to ${order.totalAmount}`);
  }
  return { order, subOrders };
}

function subOrderDocument(
  parcel: PricedCheckoutParcel,
  number: string,
  position: number,
  currency: PricedCheckout['currency'],
  { commissionBps, vatOnCommissionBps }: Terms,
) {
  const goods = money(parcel.goodsAmount, currency);
  const commission = basisPoints(goods, commissionBps);
  const vat = basisPoints(commission, vatOnCommissionBps);
  const weights = parcel.lines.map(({ totalAmount }) => totalAmount);
  const [commissions, vats] = [share(commission, weights), share(vat, weights)];
  const lines = parcel.lines.map((line, index) => ({
    id: newId(),
    position: index + 1,
    variantId: line.variantId,
    productId: line.productId,
    slug: line.slug,
    title: line.title.text,
    titleLocale: line.title.locale,
    measure: line.measure,
    picture: line.picture.url,
    quantity: line.quantity,
    priceAmount: line.priceAmount,
    totalAmount: line.totalAmount,
    commissionAmount: commissions[index]!.amount,
    vatAmount: vats[index]!.amount,
    weightGrams: line.weightGrams,
  }));
  const added = sum(
    lines.map(({ totalAmount }) => money(totalAmount, currency)),
    currency,
  );
  if (added.amount !== goods.amount) throw new OrderAssertion(`lines of ${number} add up to ${added.amount}`);
  return {
    id: newId(),
    number,
    position,
    cooperativeId: parcel.cooperative.id,
    cooperativeSlug: parcel.cooperative.slug,
    cooperativeName: parcel.cooperative.name.text,
    cooperativeNameLocale: parcel.cooperative.name.locale,
    cooperativeEmblem: parcel.cooperative.emblem,
    goodsAmount: goods.amount,
    shippingAmount: parcel.delivery.priceAmount,
    totalAmount: goods.amount + parcel.delivery.priceAmount,
    commissionBps,
    commissionAmount: commission.amount,
    vatBps: vatOnCommissionBps,
    vatAmount: vat.amount,
    dueAmount: goods.amount - commission.amount - vat.amount,
    deliveryOption: parcel.delivery.optionId,
    deliveryBy: parcel.delivery.latest,
    lines,
  };
}

/** Free goods share nothing, evenly. */
const share = (whole: Money, weights: readonly number[]): Money[] =>
  weights.some((weight) => weight > 0) ? allocate(whole, weights) : weights.map(() => money(0, whole.currency));
