import fc from 'fast-check';
import naughtyStrings from './testing/naughty-strings.json' with { type: 'json' };
import { cleanLine, cleanText, slugify } from './index.js';

const refusalOf = (result: ReturnType<typeof cleanLine>) => (result.ok ? undefined : result.code);

describe('clean text', () => {
  it('is kept as typed, composed, without outer spaces', () => {
    expect(cleanLine('  Cafe\u0301 — miel «brut» ⵜⴰⵎⵎⵏⵜ عَسَلٌ 🍯 ')).toEqual({
      ok: true,
      value: 'Café — miel «brut» ⵜⴰⵎⵎⵏⵜ عَسَلٌ 🍯',
    });
    expect(cleanText('un\r\ndeux\rtrois\n\tquatre')).toEqual({ ok: true, value: 'un\ndeux\ntrois\n\tquatre' });
    expect(cleanText('نص\u200e 👩‍🌾 می\u200cرود').ok).toBe(true);
  });

  it.each([
    ['a\u0000b', 'text/control-characters'],
    ['a\u0007b', 'text/control-characters'],
    ['a\u0085b', 'text/control-characters'],
    ['a\u2028b', 'text/control-characters'],
    ['89 DH \u202e HD 001', 'text/direction-controls'],
    ['a\u2066b\u2069', 'text/direction-controls'],
    ['Ti\u200bwizi', 'text/invisible-characters'],
    ['Ti\ufeffwizi', 'text/invisible-characters'],
    ['a\ud800b', 'text/malformed'],
    [`a${'\u0335'.repeat(5)}`, 'text/stacked-marks'],
  ])('refuses %j with %s, on one line and on several', (text, code) => {
    expect(refusalOf(cleanLine(text))).toBe(code);
    expect(refusalOf(cleanText(text))).toBe(code);
  });

  it.each(['a\nb', 'a\tb'])('refuses %j on one line only', (text) => {
    expect(refusalOf(cleanLine(text))).toBe('text/control-characters');
    expect(cleanText(text).ok).toBe(true);
  });

  it('takes every naughty string whole, or refuses it', () => {
    for (const text of naughtyStrings) {
      for (const result of [cleanLine(text), cleanText(text)]) {
        if (result.ok) expect(result.value).toBe(text.trim().normalize('NFC'));
      }
      expect(slugify(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it('is clean for good: cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        if (once.ok) expect(cleanText(once.value)).toEqual(once);
      }),
    );
  });
});
