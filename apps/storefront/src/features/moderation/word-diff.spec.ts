import { wordDiff } from './word-diff.js';

const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+[${text}]`, removed: `-[${text}]` })[kind])
    .join('');

describe('the differences between two texts', () => {
  it('are none when nothing changed', () => {
    expect(told('Miel de thym', 'Miel de thym')).toBe('Miel de thym');
  });

  it('are told word by word, in reading order', () => {
    expect(told('Miel d’été de thym', 'Miel qui guérit de thym')).toBe('Miel -[d’été]+[qui guérit] de thym');
  });

  it('keep a text that is new, or gone, in one piece', () => {
    expect(told('', 'عسل الزعتر')).toBe('+[عسل الزعتر]');
    expect(told('عسل الزعتر', '')).toBe('-[عسل الزعتر]');
  });

  it('give back both texts whole when taken apart again', () => {
    const [before, after] = ['a b c d e', 'b x d e f'];
    const pieces = wordDiff(before, after);
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text);
    expect(without('added').join('')).toBe(before);
    expect(without('removed').join('')).toBe(after);
  });

  it('do not weave texts too long to be read that way', () => {
    const long = 'mot '.repeat(2000);
    expect(wordDiff(long, `${long}fin`)).toHaveLength(2);
  });
});
