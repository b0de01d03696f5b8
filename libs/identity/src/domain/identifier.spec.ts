import { InvalidIdentifier, parseIdentifier } from './identifier.js';

describe('an identifier', () => {
  it.each(['0612345678', '06 12 34 56 78', '+212 6 12 34 56 78', '00212612345678', '٠٦١٢٣٤٥٦٧٨'])(
    'is one telephone however it is typed: %s',
    (typed) => {
      expect(parseIdentifier(typed)).toEqual({ kind: 'phone', value: '+212612345678' });
    },
  );

  it('is an e-mail address without regard to case', () => {
    expect(parseIdentifier('  Fatima.Z+coop@Exemple.MA ')).toEqual({
      kind: 'email',
      value: 'fatima.z+coop@exemple.ma',
    });
  });

  it.each([
    'fatima',
    'fatima@',
    '@exemple.ma',
    'a@b',
    'a@b@exemple.ma',
    'fátima@exemple.ma',
    'a b@exemple.ma',
    '12345',
    '<a>@x.ma',
  ])('is refused when it is neither: %s', (typed) => {
    expect(() => parseIdentifier(typed)).toThrow(InvalidIdentifier);
  });

  it('F70: answers to 10 KB of anything at once', () => {
    const started = performance.now();
    for (const typed of [
      `${'a'.repeat(10_000)}@`,
      `a@${'b.'.repeat(5000)}`,
      '1'.repeat(10_000),
      `a@${'-'.repeat(10_000)}`,
    ]) {
      expect(() => parseIdentifier(typed)).toThrow(InvalidIdentifier);
    }
    expect(performance.now() - started).toBeLessThan(50);
  });
});
