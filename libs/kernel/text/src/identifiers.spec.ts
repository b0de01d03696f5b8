import vectors from './testing/identifiers.json' with { type: 'json' };
import {
  ibanOfRib,
  isMoroccanPhone,
  isValidIce,
  isValidRib,
  maskRib,
  normalizeIce,
  normalizePhone,
  ribOf,
} from './index.js';

describe('ICE', () => {
  it.each(vectors.ice.valid)('$value is one', ({ value }) => expect(isValidIce(value)).toBe(true));
  it.each(vectors.ice.invalid)('$value is none: $reason', ({ value }) => expect(isValidIce(value)).toBe(false));
  it('is kept as fifteen digits', () => expect(normalizeIce('990 123456 0000 63')).toBe('990123456000063'));
});

describe('RIB and IBAN', () => {
  it.each(vectors.rib.valid)('$value is a RIB', ({ value, iban }) => {
    expect(isValidRib(value)).toBe(true);
    expect(ibanOfRib(value)).toBe(iban);
  });
  it.each(vectors.rib.invalid)('$value is no RIB: $reason', ({ value }) => expect(isValidRib(value)).toBe(false));
  it.each(vectors.iban.valid)('a RIB is read from $value', ({ value }) => expect(ribOf(value)).toMatch(/^\d{24}$/));
  it.each(vectors.iban.invalid)('nothing is read from $value: $reason', ({ value }) =>
    expect(ribOf(value)).toBeUndefined(),
  );
  it('are shown masked', () => expect(maskRib('999330204701532468906101')).toBe('999 •••• 6101'));
});

describe('telephone', () => {
  it.each(vectors.phone.valid)('$value is $e164', ({ value, e164 }) => expect(normalizePhone(value)).toBe(e164));
  it.each(vectors.phone.invalid)('$value is no Moroccan number: $reason', ({ value }) =>
    expect(isMoroccanPhone(normalizePhone(value) ?? '')).toBe(false),
  );
  it('of another country is taken with its code', () => {
    expect(normalizePhone('+33 6 12 34 56 78')).toBe('+33612345678');
    expect(normalizePhone('0033612345678')).toBe('+33612345678');
    expect(normalizePhone('+12')).toBeUndefined();
  });
});
