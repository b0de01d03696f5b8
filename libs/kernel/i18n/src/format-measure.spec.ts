import { formatMeasure } from './index.js';

describe('a measure', () => {
  it.each([
    ['500 g', '500\u00a0غ'],
    ['1,5 kg', '1,5\u00a0كغ'],
    ['250ml', '250\u00a0مل'],
    ['0.75 L', '0.75\u00a0ل'],
    ['180x240 cm', '180x240\u00a0سم'],
    ['30 × 40 cm', '30 × 40\u00a0سم'],
  ])('has Arabic signs for an Arabic reader: %s', (written, shown) => expect(formatMeasure(written, 'ar')).toBe(shown));

  it.each(['XL', 'bleu nuit', '6', 'g', '500 g de miel', `${'1'.repeat(10_000)} g`, ''])(
    'that is none we know stays as it was written: %p',
    (written) => expect(formatMeasure(written, 'ar')).toBe(written),
  );

  it('is written in Latin letters in the other languages', () => {
    for (const locale of ['fr', 'zgh', 'en'] as const) expect(formatMeasure('500 g', locale)).toBe('500 g');
  });
});
