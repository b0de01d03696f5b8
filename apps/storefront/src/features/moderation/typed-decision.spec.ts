import { decisionIn, isComplete, noDecision } from './typed-decision.js';

const refusal = { kind: 'reject', reasons: ['photo'], field: 'photos', message: '' };

describe('a decision while it is typed', () => {
  it('comes back whole when it is taken back', () => {
    expect(decisionIn({ decision: refusal })).toEqual(refusal);
  });

  it.each([null, undefined, 'x', {}, { decision: null }, { decision: { kind: 'reject' } }])(
    'is none in another page’s state: %p',
    (state) => expect(decisionIn(state)).toBeNull(),
  );

  it('is complete with a reason and a field (MOD-1), « Autre » with words too', () => {
    expect(isComplete(noDecision)).toBe(false);
    expect(isComplete({ ...noDecision, kind: 'approve' })).toBe(true);
    expect(isComplete(refusal)).toBe(true);
    expect(isComplete({ ...refusal, field: '' })).toBe(false);
    expect(isComplete({ ...refusal, reasons: ['other'] })).toBe(false);
    expect(isComplete({ ...refusal, reasons: ['other'], message: 'Trop sombre.' })).toBe(true);
  });
});
