import type { Cart, CartLine, Checkout, CooperativeChip, DeliveryOption, Money } from '@tiwizi/contracts';
import { formatDate, pickText, type Locale } from '@tiwizi/i18n';
import type { Quote } from '@tiwizi/shipping';
import type { z } from 'zod';
import type { CooperativeRecord } from '../domain/cart-record.js';
import { mayPayCash, type PricedCart, type PricedLine, type PricedParcel } from '../domain/priced-cart.js';
import type { HeldCheckout } from '../use-cases/price-checkout.js';

type Option = z.infer<typeof DeliveryOption>;

export function presentCart(cart: PricedCart, locale: Locale): Cart {
  const { record, currency } = cart;
  const amount = (value: number): Money => ({ amount: value, currency });
  const { address } = record;
  return {
    id: record.id,
    parcels: cart.parcels.map((parcel) => presentParcel(parcel, amount, locale)),
    itemCount: cart.itemCount,
    goods: amount(cart.goodsAmount),
    delivery: cart.deliveryAmount === null ? null : amount(cart.deliveryAmount),
    total: amount(cart.totalAmount),
    address: address && {
      name: address.name,
      phone: address.phone,
      provinceId: address.provinceId,
      line: address.line,
      ...(address.note && { note: address.note }),
      city: pickText(address.city, locale),
    },
    mayPayCash: mayPayCash(cart.parcels),
    updatedAt: record.updatedAt,
    orderNumber: record.orderNumber,
  };
}

export const presentCheckout = (
  held: HeldCheckout,
  paymentMethod: Checkout['paymentMethod'],
  locale: Locale,
): Checkout => ({
  id: held.id,
  cartId: held.cart.record.id,
  paymentMethod,
  cart: presentCart(held.cart, locale),
  total: { amount: held.totalAmount, currency: held.cart.currency },
  expiresAt: held.expiresAt.toISOString(),
});

export const presentOptions = (cart: PricedCart, locale: Locale) => ({
  parcels: cart.parcels.map(({ cooperative, options }) => ({
    cooperativeId: cooperative.id,
    options: options.map((option) => presentOption(option, locale)),
  })),
});

function presentParcel(
  parcel: PricedParcel,
  amount: (value: number) => Money,
  locale: Locale,
): Cart['parcels'][number] {
  return {
    cooperative: presentCooperative(parcel.cooperative, locale),
    lines: parcel.lines.map((line) => presentLine(line, locale)),
    goods: amount(parcel.goodsAmount),
    weightGrams: parcel.weightGrams,
    delivery: parcel.delivery && presentOption(parcel.delivery, locale),
    total: amount(parcel.totalAmount),
  };
}

function presentLine({ record, buyable, totalAmount, notice }: PricedLine, locale: Locale): z.infer<typeof CartLine> {
  const amount = (value: number): Money => ({ amount: value, currency: record.currency });
  return {
    id: record.id,
    variantId: record.variantId,
    productId: record.productId,
    slug: record.slug,
    title: pickText(record.title, locale),
    measure: record.measure,
    picture: record.picture,
    // Of what cannot be bought now, what was asked for is still said.
    quantity: buyable || record.quantity,
    price: amount(record.priceAmount),
    total: amount(totalAmount),
    available: record.isForSale ? Math.max(0, Math.min(record.available, record.maxPerOrder)) : 0,
    notice,
    priceWhenAdded: amount(record.priceWhenAddedAmount),
  };
}

const presentCooperative = (cooperative: CooperativeRecord, locale: Locale): CooperativeChip => ({
  id: cooperative.id,
  slug: cooperative.slug,
  name: pickText(cooperative.name, locale),
  place: pickText(cooperative.place, locale),
  isVerified: cooperative.isVerified,
  emblem: cooperative.emblem,
});

export const presentOption = ({ id, nameKey, price, earliest, latest }: Quote, locale: Locale): Option => ({
  id,
  nameKey,
  price,
  earliest,
  latest,
  earliestText: dayText(earliest, locale),
  latestText: dayText(latest, locale),
});

/** Noon of a civil day is that day in Morocco, whatever its clock does. */
const dayText = (day: string | null, locale: Locale): string | null =>
  day && formatDate(`${day}T12:00:00Z`, locale, { weekday: true });
