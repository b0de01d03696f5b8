import type { CartLine } from '@tiwizi/contracts';
import { money, multiply, sum } from '@tiwizi/money';
import type { Quote } from '@tiwizi/shipping';
import type { z } from 'zod';
import type { CartRecord, CooperativeRecord, Currency, LineRecord } from './cart-record.js';

export type Notice = z.infer<typeof CartLine>['notice'];

export interface PricedLine {
  readonly record: LineRecord;
  /** What can be bought of it now: never more than asked for. */
  readonly buyable: number;
  readonly totalAmount: number;
  readonly notice: Notice;
}

export interface Parcel {
  readonly cooperative: CooperativeRecord;
  readonly lines: readonly PricedLine[];
  readonly goodsAmount: number;
  readonly weightGrams: number;
  /** Nothing of it is sent: all that can be bought are services. */
  readonly isOnSite: boolean;
}

export interface PricedParcel extends Parcel {
  readonly options: readonly Quote[];
  readonly delivery: Quote | null;
  readonly totalAmount: number;
}

export interface PricedCart {
  readonly record: CartRecord;
  readonly parcels: readonly PricedParcel[];
  readonly currency: Currency;
  readonly itemCount: number;
  readonly goodsAmount: number;
  readonly deliveryAmount: number | null;
  readonly totalAmount: number;
}

const total = (amounts: Iterable<number>, currency: Currency): number =>
  sum(
    [...amounts].map((amount) => money(amount, currency)),
    currency,
  ).amount;

export const currencyOf = (record: CartRecord): Currency => record.lines[0]?.currency ?? 'MAD';

/** One parcel per cooperative, in the order in which the buyer met them. */
export function parcelsOf(record: CartRecord): Parcel[] {
  const currency = currencyOf(record);
  const byCooperative = Map.groupBy(record.lines, (line) => line.cooperative.id);
  return [...byCooperative.values()].map((records) => {
    const lines = records.map((line) => priceLine(line, currency));
    return {
      cooperative: records[0]!.cooperative,
      lines,
      goodsAmount: total(
        lines.map((line) => line.totalAmount),
        currency,
      ),
      weightGrams: lines.reduce((grams, line) => grams + weightOf(line), 0),
      isOnSite: isOnSite(lines),
    };
  });
}

/** Services and nothing that would travel. What is sold out does not travel, but does not make a service of the rest. */
function isOnSite(lines: readonly PricedLine[]): boolean {
  const wanted = lines.filter(({ buyable }) => buyable > 0);
  return (wanted.length ? wanted : lines).every(({ record }) => record.isService);
}

/** Cash is taken by a courier, at the door. */
export const mayPayCash = (parcels: readonly Parcel[]): boolean =>
  !parcels.some((parcel) => parcel.isOnSite && isBuyable(parcel));

const weightOf = ({ record, buyable }: PricedLine): number => (record.isService ? 0 : record.weightGrams * buyable);

export const isBuyable = (parcel: Parcel): boolean => parcel.lines.some((line) => line.buyable > 0);

function priceLine(record: LineRecord, currency: Currency): PricedLine {
  const isOnSale = record.isForSale && record.currency === currency;
  const most = isOnSale ? Math.max(0, Math.min(record.available, record.maxPerOrder)) : 0;
  const buyable = Math.min(record.quantity, most);
  return {
    record,
    buyable,
    totalAmount: multiply(money(record.priceAmount, record.currency), buyable).amount,
    notice: noticeOf(record, isOnSale, buyable),
  };
}

function noticeOf(record: LineRecord, isOnSale: boolean, buyable: number): Notice {
  if (!isOnSale) return 'withdrawn';
  if (buyable === 0) return 'sold-out';
  if (buyable < record.quantity) return 'quantity-reduced';
  return record.priceAmount === record.priceWhenAddedAmount ? null : 'price-changed';
}

/**
 * `quotes` holds one list per parcel, cheapest first; null while nobody has said where to deliver. A choice that is
 * no longer offered becomes the cheapest one.
 */
export function priceCart(
  record: CartRecord,
  parcels: readonly Parcel[],
  quotes: readonly (readonly Quote[])[] | null,
  choices: Readonly<Record<string, string>> = record.choices,
): PricedCart {
  const currency = currencyOf(record);
  const priced = parcels.map((parcel, position): PricedParcel => {
    const options = quotes?.[position] ?? [];
    const delivery = options.find(({ id }) => id === choices[parcel.cooperative.id]) ?? options[0] ?? null;
    const totalAmount = total([parcel.goodsAmount, delivery?.price.amount ?? 0], currency);
    return { ...parcel, options, delivery, totalAmount };
  });
  const deliveries = priced.map((parcel) => parcel.delivery?.price.amount ?? 0);
  return {
    record,
    parcels: priced,
    currency,
    itemCount: priced.flatMap(({ lines }) => lines).reduce((count, line) => count + line.buyable, 0),
    goodsAmount: total(
      priced.map((parcel) => parcel.goodsAmount),
      currency,
    ),
    deliveryAmount: quotes ? total(deliveries, currency) : null,
    totalAmount: total(
      priced.map((parcel) => parcel.totalAmount),
      currency,
    ),
  };
}
