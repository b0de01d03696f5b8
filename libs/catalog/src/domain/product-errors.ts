import { DomainError, type ProblemParams } from '@tiwizi/errors';

export class CategoryNotFound extends DomainError {
  readonly code = 'catalog/category-not-found';
  readonly kind = 'not-found';
}

export class ProductNotFound extends DomainError {
  readonly code = 'catalog/product-not-found';
  readonly kind = 'not-found';
}

/** It was for sale once. The page names it and shows others of the same cooperative (its slug). */
export class ProductWithdrawn extends DomainError {
  readonly code = 'catalog/product-withdrawn';
  readonly kind = 'gone';
  override readonly params: ProblemParams;

  constructor(title: string, cooperative: string) {
    super(`${title} is no longer for sale`);
    this.params = { title, cooperative };
  }
}
