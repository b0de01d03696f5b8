import fc from 'fast-check';
import { isTransferReference, newTransferReference } from './transfer-reference.js';

describe('the reference of a transfer', () => {
  it('is TZW- with eight characters and one that checks them', () => {
    for (let time = 0; time < 200; time += 1) {
      const reference = newTransferReference();
      expect(reference).toMatch(/^TZW-[0-9A-HJKMNP-TV-Z]{9}$/);
      expect(isTransferReference(reference)).toBe(true);
    }
  });

  it('betrays one wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 0, max: 31 }), (position, other) => {
        const reference = newTransferReference();
        fc.pre(reference[position] !== alphabet[other]);
        const wrong = reference.slice(0, position) + alphabet[other] + reference.slice(position + 1);
        expect(isTransferReference(wrong)).toBe(false);
      }),
    );
  });

  it.each(['', 'TZW-', 'TZW-ABCDEFGH', 'TZW-ABCDEFGHIJ', 'tzw-00000000', 'TZW-0000000 0'])('refuses %p', (text) =>
    expect(isTransferReference(text)).toBe(false),
  );
});
