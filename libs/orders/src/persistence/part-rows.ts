import type { Locale } from '@tiwizi/i18n';
import type { SubOrderStatus } from '../domain/sub-order-status.js';
import { onSiteId } from '@tiwizi/shipping';

export interface LineRow {
  id: string;
  title: string;
  titleLocale: Locale;
  measure: string | null;
  quantity: number;
  priceAmount: number;
  totalAmount: number;
  slug: string;
  picture: string;
}

export interface TimelineRow {
  status: SubOrderStatus;
  at: string;
}

/** Whether this part is a service, which its buyer comes for. */
export const isOnSite = (part: string): string => `${part}.delivery_option = '${onSiteId}'`;

/** The lines of the sub-order `part`, as JSON. */
export const linesOf = (part: string): string => `(
  select coalesce(json_agg(json_build_object(
    'id', line.id, 'title', line.title, 'titleLocale', line.title_locale, 'measure', line.measure,
    'quantity', line.quantity, 'priceAmount', line.price_amount, 'totalAmount', line.total_amount,
    'slug', line.slug, 'picture', line.picture) order by line.position), '[]')
  from orders.order_line line where line.sub_order_id = ${part}.id)`;

/** What happened to the sub-order `part`, oldest first, as JSON. */
export const timelineOf = (part: string): string => `(
  select coalesce(json_agg(json_build_object('status', change.status, 'at', change.at) order by change.id), '[]')
  from orders.status_change change where change.sub_order_id = ${part}.id)`;
