/**
 * @tiwizi/checkout: from a cart to the sum a buyer agrees to.
 *
 * Owns carts and their lines (the cart's id is a secret: who has it, has the cart; guests and accounts alike), the
 * delivery address, the choice of delivery per parcel, and the priced snapshot, which holds for 30 minutes.
 *
 * Rules: price and stock are read from catalog every time, never kept; a quantity is capped by stock and by the most
 * per order; at most 200 lines; one parcel per cooperative; the sum of the parcels is the total, to the centime.
 * A snapshot is ordered exactly as it was shown or not at all: any other price, delivery, line or quantity is refused
 * with both totals, and a cart becomes one order, once.
 */
export { CheckoutApi } from './checkout.api.js';
export { CheckoutModule } from './checkout.module.js';
export { CartAlreadyOrdered, CashNotOnSite } from './domain/checkout-errors.js';
export type { PricedCheckout, PricedCheckoutLine, PricedCheckoutParcel } from './domain/priced-checkout.js';
export { checkoutMigrations } from './persistence/migrations/index.js';
