import type { LocalizedText, PaymentMethod, Picture, Translations } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import { AddressRequired, CartEmpty, CashNotOnSite, CurrencyMixed, NotForSale, OutOfStock } from './checkout-errors.js';
import type { Currency } from './cart-record.js';
import { mayPayCash, type PricedCart, type PricedParcel } from './priced-cart.js';

export interface PricedCheckoutLine {
  readonly variantId: string;
  readonly productId: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly measure: string | null;
  readonly picture: Picture;
  readonly quantity: number;
  readonly priceAmount: number;
  readonly totalAmount: number;
  readonly weightGrams: number;
}

export interface PricedCheckoutParcel {
  readonly cooperative: {
    readonly id: string;
    readonly slug: string;
    readonly name: LocalizedText;
    readonly emblem: string;
    readonly provinceId: string;
  };
  readonly lines: readonly PricedCheckoutLine[];
  readonly goodsAmount: number;
  readonly weightGrams: number;
  /** Missing in what was kept before services had a way of their own. */
  readonly isOnSite?: boolean;
  readonly delivery: { readonly optionId: string; readonly priceAmount: number; readonly latest: string | null };
  readonly totalAmount: number;
}

/** What the buyer was shown: an order copies it and prices nothing again. */
export interface PricedCheckout {
  readonly id: string;
  readonly cartId: string;
  readonly paymentMethod: PaymentMethod;
  readonly locale: Locale;
  readonly email: string | null;
  readonly address: {
    readonly name: string;
    readonly phone: string;
    readonly provinceId: string;
    readonly city: Translations;
    readonly line: string;
    readonly note: string | null;
  };
  readonly currency: Currency;
  readonly parcels: readonly PricedCheckoutParcel[];
  readonly goodsAmount: number;
  readonly deliveryAmount: number;
  readonly totalAmount: number;
}

interface Choice {
  readonly id: string;
  readonly paymentMethod: PaymentMethod;
  readonly locale: Locale;
  readonly email: string | null;
}

/** Refuses a cart that could not be delivered as it is shown, naming the lines in the way. */
export function snapshotOf(cart: PricedCart, { id, paymentMethod, locale, email }: Choice): PricedCheckout {
  const { address } = cart.record;
  const lines = cart.parcels.flatMap((parcel) => parcel.lines);
  if (lines.length === 0) throw new CartEmpty();
  const without = (notice: string): string[] =>
    lines.filter((line) => line.notice === notice).map((line) => line.record.variantId);
  if (without('withdrawn').length) throw new NotForSale(without('withdrawn'));
  if (without('sold-out').length) throw new OutOfStock(without('sold-out'));
  if (!address || cart.deliveryAmount === null) throw new AddressRequired();
  if (paymentMethod === 'cash-on-delivery' && !mayPayCash(cart.parcels)) throw new CashNotOnSite();
  return {
    id,
    cartId: cart.record.id,
    paymentMethod,
    locale,
    email,
    address,
    currency: cart.currency,
    parcels: cart.parcels.map((parcel) => parcelOf(parcel, cart.currency, locale)),
    goodsAmount: cart.goodsAmount,
    deliveryAmount: cart.deliveryAmount,
    totalAmount: cart.totalAmount,
  };
}

function parcelOf(parcel: PricedParcel, currency: Currency, locale: Locale): PricedCheckoutParcel {
  const { cooperative, delivery } = parcel;
  if (!delivery) throw new AddressRequired();
  if (delivery.price.currency !== currency) throw new CurrencyMixed();
  return {
    cooperative: {
      id: cooperative.id,
      slug: cooperative.slug,
      name: pickText(cooperative.name, locale),
      emblem: cooperative.emblem,
      provinceId: cooperative.provinceId,
    },
    lines: parcel.lines.map(({ record, buyable, totalAmount }) => ({
      variantId: record.variantId,
      productId: record.productId,
      slug: record.slug,
      title: pickText(record.title, locale),
      measure: record.measure,
      picture: record.picture,
      quantity: buyable,
      priceAmount: record.priceAmount,
      totalAmount,
      weightGrams: record.weightGrams,
    })),
    goodsAmount: parcel.goodsAmount,
    weightGrams: parcel.weightGrams,
    isOnSite: parcel.isOnSite,
    delivery: { optionId: delivery.id, priceAmount: delivery.price.amount, latest: delivery.latest },
    totalAmount: parcel.totalAmount,
  };
}
