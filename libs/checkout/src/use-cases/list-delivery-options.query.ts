import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@tiwizi/errors';
import { AddressRequired } from '../domain/checkout-errors.js';
import type { PricedCart } from '../domain/priced-cart.js';
import { ReadCart } from '../persistence/read-cart.js';
import { PriceCart } from './price-cart.js';

@Injectable()
export class ListDeliveryOptions {
  constructor(
    private readonly carts: ReadCart,
    private readonly pricing: PriceCart,
  ) {}

  /** To the province asked about, else to that of the address. */
  async execute(cartId: string, provinceId?: string): Promise<PricedCart> {
    const record = await this.carts.execute(cartId, provinceId ?? null);
    if (record.province) return this.pricing.execute(record);
    if (provinceId === undefined) throw new AddressRequired();
    throw new InvalidInput([{ path: 'provinceId', code: 'checkout/unknown-province' }]);
  }
}
