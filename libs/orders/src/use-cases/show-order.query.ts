import { Injectable } from '@nestjs/common';
import type { Money, PaymentMethod } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { OrderNotFound } from '../domain/order-errors.js';
import { assertMaySee, type Proof } from '../domain/order-policy.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import type { OrderStatus } from '../domain/order-status.js';
import type { Address } from '../domain/order.js';
import type { PaymentState } from '../domain/payment-desk.js';
import { isOnSite, linesOf, timelineOf, type LineRow, type TimelineRow } from '../persistence/part-rows.js';
import type { SubOrderStatus } from '../domain/sub-order-status.js';
import { ReadPayment } from './read-payment.js';

export interface PartRow {
  id: string;
  number: string;
  status: SubOrderStatus;
  cooperative: { id: string; slug: string; name: string; nameLocale: Locale; emblem: string };
  goodsAmount: number;
  shippingAmount: number;
  totalAmount: number;
  isOnSite: boolean;
  trackingNumber: string | null;
  deliveryBy: string | null;
  lines: LineRow[];
  timeline: TimelineRow[];
}

export interface OrderDetail {
  id: string;
  number: string;
  accountId: string | null;
  secretSalt: string;
  status: OrderStatus;
  paymentMethod: PaymentMethod;
  currency: Money['currency'];
  goodsAmount: number;
  shippingAmount: number;
  totalAmount: number;
  dueAmount: number;
  phone: string;
  address: Address;
  placedAt: string;
  codeSentAt: string;
  expiresAt: string;
  endedAt: string | null;
  parts: PartRow[];
}

const showOrder: NamedStatement = {
  name: 'orders.show',
  text: `
    select json_build_object(
      'id', o.id, 'number', o.number, 'accountId', o.account_id, 'secretSalt', o.secret_salt, 'status', o.status,
      'paymentMethod', o.payment_method, 'currency', o.currency, 'goodsAmount', o.goods_amount,
      'shippingAmount', o.shipping_amount, 'totalAmount', o.total_amount, 'dueAmount', o.due_amount,
      'phone', o.phone, 'address', o.address, 'placedAt', o.placed_at, 'codeSentAt', o.code_sent_at, 'expiresAt', o.expires_at, 'endedAt', o.ended_at,
      'parts', (
        select json_agg(json_build_object(
          'id', part.id, 'number', part.number, 'status', part.status,
          'cooperative', json_build_object('id', part.cooperative_id, 'slug', part.cooperative_slug,
            'name', part.cooperative_name, 'nameLocale', part.cooperative_name_locale,
            'emblem', part.cooperative_emblem),
          'goodsAmount', part.goods_amount, 'shippingAmount', part.shipping_amount, 'totalAmount', part.total_amount,
          'isOnSite', ${isOnSite('part')}, 'trackingNumber', part.tracking_number, 'deliveryBy', part.delivery_by,
          'lines', ${linesOf('part')}, 'timeline', ${timelineOf('part')}
        ) order by part.position)
        from orders.sub_order part where part.order_id = o.id)
    )::text
    from orders."order" o where o.number = $1`,
};

@Injectable()
export class ShowOrder {
  constructor(
    private readonly database: Database,
    private readonly secrets: OrderSecrets,
    private readonly payments: ReadPayment,
  ) {}

  async execute(number: string, proof: Proof): Promise<{ order: OrderDetail; payment: PaymentState }> {
    const text = await this.database.json(showOrder, [number]);
    if (!text) throw new OrderNotFound();
    const order = JSON.parse(text) as OrderDetail;
    assertMaySee(order, proof, this.secrets);
    return { order, payment: await this.payments.execute(order) };
  }
}
