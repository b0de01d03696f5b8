import { DomainError, InvalidInput, problemKinds, statusOf } from './index.js';

class OrderNotCancelable extends DomainError {
  readonly code = 'orders/not-cancelable';
  readonly kind = 'conflict';
  override readonly params;
  constructor(status: string) {
    super(`an order that is ${status} cannot be canceled`);
    this.params = { status };
  }
}

describe('a refusal', () => {
  it('carries its public code, its status and what its sentence may show', () => {
    const refusal = new OrderNotCancelable('paid');
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({
      name: 'OrderNotCancelable',
      code: 'orders/not-cancelable',
      params: { status: 'paid' },
      retryable: false,
    });
    expect(statusOf(refusal.kind)).toBe(409);
  });

  it('lists every fault of an input at once', () => {
    const refusal = new InvalidInput([
      { path: 'name', code: 'validation/required' },
      { path: 'price', code: 'invalid_amount' },
    ]);
    expect(refusal.errors.map((error) => error.path)).toEqual(['name', 'price']);
    expect(statusOf(refusal.kind)).toBe(400);
  });

  it('is never the server’s fault, except while something it needs is down', () => {
    expect(problemKinds.filter((kind) => statusOf(kind) >= 500)).toEqual(['unavailable']);
  });
});
