import { Injectable } from '@nestjs/common';
import { networkOf, RateLimits } from '@tiwizi/http';
import { Database } from '@tiwizi/persistence';
import { normalizePhone } from '@tiwizi/text';
import { OrderNotFound } from '../domain/order-errors.js';
import { normalizeOrderNumber } from '../domain/order-number.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { orderRow, type OrderRow } from '../persistence/order-row.js';

const findByPhone = {
  name: 'orders.find-by-phone',
  text: `select ${orderRow} as row from orders."order" o where o.number = $1 and o.phone = $2`,
};

@Injectable()
export class TrackOrder {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly secrets: OrderSecrets,
  ) {}

  /** Number and phone together are proof enough; whichever is wrong, the answer is the same. */
  async execute(typedNumber: string, typedPhone: string, ip: string): Promise<{ number: string; token: string }> {
    const number = normalizeOrderNumber(typedNumber);
    const phone = normalizePhone(typedPhone);
    await this.limits.consume({ name: 'orders/track', points: 20, seconds: 600 }, networkOf(ip));
    if (number) await this.limits.consume({ name: 'orders/track-number', points: 10, seconds: 3600 }, number);
    if (!number || !phone) throw new OrderNotFound();
    const [found] = await this.database.named<{ row: OrderRow }>(findByPhone, [number, phone]);
    if (!found) throw new OrderNotFound();
    return { number, token: this.secrets.tokenOf(found.row) };
  }
}
