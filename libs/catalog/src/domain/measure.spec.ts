import { axisOf, netContentOf } from './measure.js';

describe('the measure of a variant', () => {
  it.each([
    ['250 g', 'weight', 250, 'g'],
    ['1 kg', 'weight', 1000, 'g'],
    ['1,5 kg', 'weight', 1500, 'g'],
    ['0.75 L', 'volume', 750, 'ml'],
    ['50cl', 'volume', 500, 'ml'],
    ['180x240 cm', 'size', undefined, undefined],
    ['30 × 40 cm', 'size', undefined, undefined],
    ['XL', 'size', undefined, undefined],
    ['6', 'pieces', undefined, undefined],
    ['bleu nuit', 'choice', undefined, undefined],
    ['0 g', 'weight', undefined, undefined],
    ['٢٥٠ غ', 'choice', undefined, undefined],
  ])('reads %s as %s', (text, axis, quantity, unit) => {
    expect(axisOf(text)).toBe(axis);
    expect(netContentOf(axisOf(text), text)).toEqual(quantity === undefined ? null : { quantity, unit });
  });

  it('takes no weight from what is named a size', () => {
    expect(netContentOf('size', '2 L')).toBeNull();
    expect(axisOf(undefined)).toBe('choice');
  });

  it('F70: reads ten kilobytes of anything at once', () => {
    const start = performance.now();
    for (const text of ['1'.repeat(10_000), '1 x '.repeat(2500), ' '.repeat(10_000)]) axisOf(text);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
