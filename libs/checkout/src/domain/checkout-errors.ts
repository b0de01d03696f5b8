import { DomainError, type ProblemParams } from '@tiwizi/errors';

export class CartNotFound extends DomainError {
  readonly code = 'checkout/cart-not-found';
  readonly kind = 'not-found';
}

export class LineNotFound extends DomainError {
  readonly code = 'checkout/line-not-found';
  readonly kind = 'not-found';
}

export class CartFull extends DomainError {
  readonly code = 'checkout/cart-full';
  readonly kind = 'conflict';
}

export class CartEmpty extends DomainError {
  readonly code = 'checkout/cart-empty';
  readonly kind = 'conflict';
}

export class CurrencyMixed extends DomainError {
  readonly code = 'checkout/currency-mixed';
  readonly kind = 'conflict';
}

export class AddressRequired extends DomainError {
  readonly code = 'checkout/address-required';
  readonly kind = 'conflict';
}

/** The cart became an order: what is added now belongs in a new one. */
export class CartAlreadyOrdered extends DomainError {
  readonly code = 'cart_already_ordered';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  /** `token` opens the order for whoever proved to hold the cart: another tab of the same buyer. */
  constructor(
    readonly orderNumber: string,
    token?: string,
  ) {
    super(`the cart became order ${orderNumber}`);
    this.params = { orderNumber, ...(token && { token }) };
  }
}

export class ProductNotFound extends DomainError {
  readonly code = 'catalog/product-not-found';
  readonly kind = 'not-found';
}

export class ProductWithdrawn extends DomainError {
  readonly code = 'catalog/product-withdrawn';
  readonly kind = 'gone';
}

/** Names the lines to remove; the others stay. */
export class NotForSale extends DomainError {
  readonly code = 'catalog/not-for-sale';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(variantIds: readonly string[]) {
    super('a product was withdrawn from sale');
    this.params = { variantIds: variantIds.join(',') };
  }
}

export class OutOfStock extends DomainError {
  readonly code = 'out_of_stock';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(variantIds: readonly string[]) {
    super('nothing is left of a variant');
    this.params = { variantIds: variantIds.join(',') };
  }
}

export class CheckoutNotFound extends DomainError {
  readonly code = 'checkout/not-found';
  readonly kind = 'not-found';
}

export class CheckoutExpired extends DomainError {
  readonly code = 'checkout/expired';
  readonly kind = 'conflict';
}

/** The cooperative would hold money that the book expects from a courier: services are paid before they are had. */
export class CashNotOnSite extends DomainError {
  readonly code = 'checkout/cash-not-on-site';
  readonly kind = 'conflict';
}

/** Never another sum than the one shown: the buyer sees both and decides again. */
export class PriceChanged extends DomainError {
  readonly code = 'price_changed';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(oldTotalAmount: number, newTotalAmount: number, currency: string) {
    super(`the total was ${oldTotalAmount} and is ${newTotalAmount} ${currency}`);
    this.params = { oldTotalAmount, newTotalAmount, currency };
  }
}
