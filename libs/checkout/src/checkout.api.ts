import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@tiwizi/persistence';
import type { PricedCheckout } from './domain/priced-checkout.js';
import { ReviewCheckout } from './use-cases/review-checkout.js';
import { TakeCheckout } from './use-cases/take-checkout.js';

@Injectable()
export class CheckoutApi {
  constructor(
    private readonly reviewing: ReviewCheckout,
    private readonly taking: TakeCheckout,
  ) {}

  /**
   * Before the transaction of an order: the checkout as it was shown. Refuses `checkout/not-found`,
   * `cart_already_ordered`, `checkout/expired`, and `price_changed` when a delivery costs something else now.
   */
  review(checkoutId: string): Promise<PricedCheckout> {
    return this.reviewing.execute(checkoutId);
  }

  /**
   * Inside the transaction of an order: holds the cart and makes it the order's, in one statement. Refuses
   * `cart_already_ordered`, `checkout/expired`, `catalog/not-for-sale`, and `price_changed` when goods or prices differ.
   */
  take(tx: EntityManager, checkout: PricedCheckout, orderNumber: string): Promise<void> {
    return this.taking.execute(tx, checkout, orderNumber);
  }
}
