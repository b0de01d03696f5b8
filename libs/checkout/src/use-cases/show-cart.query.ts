import { Injectable } from '@nestjs/common';
import type { PricedCart } from '../domain/priced-cart.js';
import { ReadCart } from '../persistence/read-cart.js';
import { PriceCart } from './price-cart.js';

@Injectable()
export class ShowCart {
  constructor(
    private readonly carts: ReadCart,
    private readonly pricing: PriceCart,
  ) {}

  async execute(cartId: string): Promise<PricedCart> {
    return this.pricing.execute(await this.carts.execute(cartId));
  }
}
