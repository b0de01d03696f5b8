import { amazighLight, arabicLight, latinLight } from '@tiwizi/text';
import { wordScript } from './words.js';

/** A word as it is compared with others of its script: without accents, marks, article or case. */
export function lightWord(word: string): string {
  switch (wordScript(word)) {
    case 'arab':
      return arabicLight(word);
    case 'tfng':
      return amazighLight(word);
    case 'latn':
      return latinLight(word);
  }
}
