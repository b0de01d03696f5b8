export type Distortion = 'mistake' | 'accents' | 'hamza';

type Below = (limit: number) => number;

const hamza: readonly (readonly [RegExp, string])[] = [
  [/[أإآ]/g, 'ا'],
  [/ؤ/g, 'و'],
  [/ئ/g, 'ي'],
  [/ء/g, ''],
];
/** In shorter words a wrong letter makes another word. */
const leastForMistake = 4;

/** What may go wrong with a name: one typing mistake always, accents or hamza where it has them. */
export function distortionsOf(name: string): Distortion[] {
  return [
    ...(mistakable(name).length ? ['mistake' as const] : []),
    ...(withoutAccents(name) === name ? [] : ['accents' as const]),
    ...(withoutHamza(name) === name ? [] : ['hamza' as const]),
  ];
}

/** The name as somebody in a hurry types it. */
export function distorted(name: string, distortion: Distortion, below: Below): string {
  switch (distortion) {
    case 'accents':
      return withoutAccents(name);
    case 'hamza':
      return withoutHamza(name);
    case 'mistake':
      return withMistake(name, below);
  }
}

const withoutAccents = (name: string): string =>
  name.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

const withoutHamza = (name: string): string =>
  hamza.reduce((text, [letter, plain]) => text.replace(letter, plain), name);

const mistakable = (name: string): RegExpMatchArray[] =>
  [...name.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].filter(({ 0: word }) => [...word].length >= leastForMistake);

/** One letter left out, doubled, swapped with the next, or replaced by another of the same name; never the first. */
function withMistake(name: string, below: Below): string {
  const words = mistakable(name);
  const word = words[below(words.length)];
  if (!word) return name;
  const letters = [...word[0]];
  const place = 1 + below(letters.length - 2);
  const letter = letters[place] ?? '';
  const changed = [
    () => letters.toSpliced(place, 1),
    () => letters.toSpliced(place, 0, letter),
    () => letters.toSpliced(place, 2, letters[place + 1] ?? '', letter),
    () => letters.toSpliced(place, 1, letters[below(letters.length)] ?? letter),
  ][below(4)]?.();
  const typed = (changed ?? letters).join('');
  const start = word.index ?? 0;
  return name.slice(0, start) + typed + name.slice(start + word[0].length);
}
