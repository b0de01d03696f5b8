import { amazighLight, arabicLight, latinLight, skeleton } from '@tiwizi/text';
import { amazighBase, amazighStem } from './amazigh-stem.js';
import { arabicStems, withoutParticle } from './arabic-stem.js';
import { latinSingular, withoutDarijaArticle, withoutElision } from './latin-word.js';
import { remembered } from './remembered.js';
import { wordScript } from './words.js';

/**
 * The keys under which a word may be known, surest first: as it is, by its stem, by its consonants only. Keys of
 * different kinds never meet, so that the Arabic تين and the Latin `tn` are not taken for each other by accident.
 */
export interface WordKeys {
  readonly exact: readonly string[];
  readonly stem: readonly string[];
  readonly sound: readonly string[];
}

const given = (keys: readonly (string | null)[]): string[] => [...new Set(keys.filter((key) => key !== null))];
const tagged = (tag: string, keys: readonly (string | null)[]): string[] =>
  given(keys.map((key) => (key ? `${tag}:${key}` : null)));

export const wordKeys = remembered(keysOf);

function keysOf(word: string): WordKeys {
  switch (wordScript(word)) {
    case 'arab':
      return arabicKeys(word);
    case 'tfng':
      return {
        exact: tagged('zgh', [amazighLight(word)]),
        stem: amazighKeys(word),
        sound: tagged('sound', [longEnough(skeleton(word))]),
      };
    case 'latn':
      return latinKeys(word);
  }
}

function arabicKeys(word: string): WordKeys {
  const bare = withoutParticle(word);
  return {
    exact: tagged('ar', [arabicLight(word)]),
    stem: [
      ...tagged('ar-stem', [...arabicStems(word), ...(bare ? arabicStems(bare) : [])]),
      ...tagged('ar', bare ? [bare] : []),
    ],
    sound: tagged('sound', [longEnough(skeleton(word))]),
  };
}

function latinKeys(word: string): WordKeys {
  const spoken = withoutDarijaArticle(word);
  const elided = withoutElision(word);
  const readings = [{}, { frenchC: true }, { stripL: true }, { frenchC: true, stripL: true }];
  return {
    exact: [...tagged('la', [latinLight(word), latinSingular(word)]), ...tagged('zgh', [amazighLight(word)])],
    stem: [...tagged('la', [elided, elided && latinSingular(elided), spoken]), ...amazighKeys(word)],
    sound: tagged(
      'sound',
      readings.map((reading) => longEnough(skeleton(word, reading))),
    ),
  };
}

const amazighKeys = (word: string): string[] => [
  ...tagged('base', [amazighBase(word)]),
  ...tagged('stem', [longEnough(amazighStem(word))]),
];

/** Two consonants fit too many words to be taken for one. */
const longEnough = (key: string): string | null => (key.length >= 3 ? key : null);
