import { arrowRows } from '../persistence/migrations/1764000100000-create-payments.js';
import { isAhead, mayBecome, stepsTo, type PaymentStatus } from './payment-status.js';

describe('the states of a payment (S1)', () => {
  it('lead a card from its creation to its capture, and never back', () => {
    const way: PaymentStatus[] = ['created', 'requires_action', 'authorized', 'captured'];
    for (const [position, status] of way.entries()) {
      for (const [other, next] of way.entries()) {
        expect(mayBecome('card', status, next)).toBe(other === position + 1);
      }
    }
  });

  it('know no hold for cash and transfers', () => {
    expect(mayBecome('cash-on-delivery', 'created', 'captured')).toBe(true);
    expect(mayBecome('bank-transfer', 'created', 'authorized')).toBe(false);
    expect(mayBecome('cash-on-delivery', 'created', 'failed')).toBe(false);
  });

  it('end for good: only money that came all the same follows a payment that failed, was canceled, expired or voided', () => {
    const every: PaymentStatus[] = ['created', 'requires_action', 'authorized', 'captured', 'unknown', 'refunded'];
    for (const ended of ['failed', 'canceled', 'expired', 'voided'] as const) {
      expect(every.filter((next) => mayBecome('card', ended, next))).toEqual([]);
      expect(mayBecome('card', ended, 'orphaned')).toBe(true);
    }
  });

  it('come back from unknown to whatever was read', () => {
    for (const read of ['created', 'requires_action', 'authorized', 'captured', 'voided'] as const) {
      expect(mayBecome('card', 'unknown', read)).toBe(true);
    }
  });

  it('take facts by rank, not by arrival', () => {
    expect(isAhead('captured', 'authorized')).toBe(true);
    expect(isAhead('authorized', 'captured')).toBe(false);
    expect(isAhead('requires_action', 'authorized')).toBe(false);
    expect(isAhead('authorized', 'voided')).toBe(false);
    expect(isAhead('failed', 'captured')).toBe(false);
    expect(isAhead('authorized', 'unknown')).toBe(true);
  });

  it('reach a far state through every state on the way', () => {
    expect(stepsTo('card', 'requires_action', 'captured')).toEqual(['authorized', 'captured']);
    expect(stepsTo('card', 'voided', 'captured')).toBeNull();
  });

  it('are each an arrow of the database as well', () => {
    expect(arrowRows()).toContainEqual({ object: 'card', previous: 'authorized', status: 'captured' });
    expect(arrowRows()).not.toContainEqual({ object: 'card', previous: 'voided', status: 'captured' });
  });
});
