import { stretches } from './stretches.js';

const shown = (text: string, ...marks: [number, number][]): string =>
  stretches(
    text,
    marks.map(([start, end]) => ({ start, end })),
  )
    .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
    .join('');

describe('a text whose words were asked for', () => {
  it.each([
    ['Miel de thym', [[0, 4]], '[Miel] de thym'],
    [
      'عسل الزعتر الحر',
      [
        [4, 10],
        [0, 3],
      ],
      '[عسل] [الزعتر] الحر',
    ],
    ['ⵜⴰⵎⵎⴻⵎⵜ ⵏ ⵓⵣⵓⴽⵏⵏⵉ', [[0, 7]], '[ⵜⴰⵎⵎⴻⵎⵜ] ⵏ ⵓⵣⵓⴽⵏⵏⵉ'],
    ['Miel', [], 'Miel'],
  ] as [string, [number, number][], string][])('is cut around them: %s', (text, marks, expected) => {
    expect(shown(text, ...marks)).toBe(expected);
  });

  it('keeps every letter once, whatever the marks are', () => {
    expect(shown('Miel', [0, 3], [2, 9], [20, 30], [-5, -1])).toBe('[Mie][l]');
  });
});
