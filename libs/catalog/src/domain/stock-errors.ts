import { DomainError, type ProblemParams } from '@tiwizi/errors';

/** Names every variant that cannot be had in the quantity asked; nothing was taken. */
export class OutOfStock extends DomainError {
  readonly code = 'out_of_stock';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(readonly variantIds: readonly string[]) {
    super(`not enough left of ${variantIds.join(', ')}`);
    this.params = { variantIds: variantIds.join(',') };
  }
}

/** Withdrawn, retired, or of a cooperative that may not sell any more. */
export class NotForSale extends DomainError {
  readonly code = 'catalog/not-for-sale';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(readonly variantIds: readonly string[]) {
    super(`no longer for sale: ${variantIds.join(', ')}`);
    this.params = { variantIds: variantIds.join(',') };
  }
}

/** Units promised to buyers cannot be counted away. */
export class StockReserved extends DomainError {
  readonly code = 'catalog/stock-reserved';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(reserved: number) {
    super(`${reserved} units are reserved for orders`);
    this.params = { reserved };
  }
}

export class ReservationEnded extends DomainError {
  readonly code = 'invalid_transition';
  readonly kind = 'conflict';

  constructor(orderId: string) {
    super(`order ${orderId} holds nothing`);
  }
}

/** A stock rule was broken by our own code: it stops the work in hand and is shown to nobody. */
export class StockAssertion extends Error {
  override readonly name = 'StockAssertion';
}
