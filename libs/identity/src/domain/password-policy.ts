import { InvalidInput } from '@tiwizi/errors';

/** The first guesses of everyone who tries passwords, as they begin once digits and signs are left out. */
const firstGuesses = [
  'password',
  'motdepasse',
  'azerty',
  'qwerty',
  'bonjour',
  'iloveyou',
  'tiwizi',
  'cooperative',
  'maroc',
];
const fewestDistinct = 5;

export class PasswordTooWeak extends InvalidInput {
  constructor() {
    super([{ path: 'password', code: 'identity/password-too-weak' }]);
  }
}

/** Long enough is asked by the contract; here goes what is long and still guessed at once. */
export function assertStrongPassword(password: string, ownWords: readonly string[]): void {
  const typed = password.normalize('NFC').toLowerCase();
  const letters = typed.replace(/[^\p{L}]/gu, '');
  const isGuess = firstGuesses.some((guess) => letters === guess || letters === guess.repeat(2));
  const isOwn = ownWords.some((word) => word.length >= 4 && typed === word.toLowerCase());
  const isMonotonous = new Set(typed).size < fewestDistinct;
  if (isGuess || isOwn || isMonotonous || isStaircase(typed)) throw new PasswordTooWeak();
}

/** 1234567890, abcdefghij, 9876543210. */
function isStaircase(typed: string): boolean {
  const codes = [...typed].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  steps.delete(-9); // … 8, 9, 0
  steps.delete(9);
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
