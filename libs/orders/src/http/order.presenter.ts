import type { Money, OrderView, SellerOrder } from '@tiwizi/contracts';
import { formatDate, pickText, type Locale } from '@tiwizi/i18n';
import type { PaymentState } from '../domain/payment-desk.js';
import { maskPhone } from '../domain/phone-mask.js';
import { isAddressShown } from '../domain/seller-policy.js';
import type { LineRow, TimelineRow } from '../persistence/part-rows.js';
import type { SellerOrderRow } from '../use-cases/seller-orders.query.js';
import type { OrderDetail, PartRow } from '../use-cases/show-order.query.js';

type Amount = (value: number) => Money;

export const instantText = (at: string, locale: Locale): string => formatDate(at, locale, { time: true });

const amountsIn =
  (currency: Money['currency']): Amount =>
  (value) => ({ amount: value, currency });

export function presentOrder(order: OrderDetail, payment: PaymentState, locale: Locale): OrderView {
  const amount = amountsIn(order.currency);
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    placedAt: order.placedAt,
    placedAtText: instantText(order.placedAt, locale),
    subOrders: order.parts.map((part) => presentPart(part, order, amount, locale)),
    goods: amount(order.goodsAmount),
    shipping: amount(order.shippingAmount),
    total: amount(order.totalAmount),
    address: {
      name: order.address.name,
      phoneMasked: maskPhone(order.phone),
      city: pickText(order.address.city, locale).text,
      line: order.address.line,
      note: order.address.note,
    },
    payment,
  };
}

function presentPart(
  part: PartRow,
  order: OrderDetail,
  amount: Amount,
  locale: Locale,
): OrderView['subOrders'][number] {
  // No cooperative ever saw a part of an order that ended unconfirmed: it ended with it.
  const isEndedWithOrder = order.endedAt !== null && part.status === 'pending';
  const timeline: TimelineRow[] = isEndedWithOrder
    ? [...part.timeline, { status: 'canceled', at: order.endedAt ?? order.placedAt }]
    : part.timeline;
  return {
    id: part.id,
    number: part.number,
    status: isEndedWithOrder ? 'canceled' : part.status,
    cooperative: part.cooperative,
    lines: part.lines.map((line) => presentLine(line, amount)),
    goods: amount(part.goodsAmount),
    shipping: amount(part.shippingAmount),
    total: amount(part.totalAmount),
    timeline: presentTimeline(timeline, locale),
    isOnSite: part.isOnSite,
    trackingNumber: part.isOnSite ? null : part.trackingNumber,
    deliveryBy: part.deliveryBy && formatDate(`${part.deliveryBy}T12:00:00Z`, locale, { weekday: true }),
  };
}

export function presentSellerOrder(row: SellerOrderRow, locale: Locale, now = new Date()): SellerOrder {
  const amount = amountsIn(row.currency);
  const acceptBy = row.status === 'pending' ? row.acceptBy : null;
  const city = pickText(row.address.city, locale).text;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    placedAt: row.placedAt,
    placedAtText: instantText(row.placedAt, locale),
    acceptBy,
    acceptByText: acceptBy && instantText(acceptBy, locale),
    lines: row.lines.map((line) => presentLine(line, amount)),
    goods: amount(row.goodsAmount),
    shipping: amount(row.shippingAmount),
    total: amount(row.totalAmount),
    paymentMethod: row.paymentMethod,
    due: amount(row.dueAmount),
    commission: amount(row.commissionAmount),
    vatOnCommission: amount(row.vatAmount),
    timeline: presentTimeline(row.timeline, locale),
    isOnSite: row.isOnSite,
    trackingNumber: row.isOnSite ? null : row.trackingNumber,
    address: isAddressShown(row, now)
      ? { name: row.address.name, phone: row.phone, city, line: row.address.line, note: row.address.note }
      : null,
    city,
  };
}

const presentLine = (line: LineRow, amount: Amount): OrderView['subOrders'][number]['lines'][number] => ({
  id: line.id,
  title: line.title,
  titleLocale: line.titleLocale,
  measure: line.measure,
  quantity: line.quantity,
  price: amount(line.priceAmount),
  total: amount(line.totalAmount),
  slug: line.slug,
  picture: line.picture,
});

const presentTimeline = (timeline: readonly TimelineRow[], locale: Locale) =>
  timeline.map(({ status, at }) => ({ status, at, atText: instantText(at, locale) }));
