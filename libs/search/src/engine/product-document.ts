import { searchShadow, skeleton, type SearchShadow } from '@tiwizi/text';
import type { StoredCard } from './product-card.js';
import type { Texts } from './texts.js';
import { amazighBase, amazighStem } from '../words/amazigh-stem.js';
import { arabicStems, withoutParticle } from '../words/arabic-stem.js';
import { remembered } from '../words/remembered.js';
import { isStopWord, wordScript, wordsOf } from '../words/words.js';
import { headOf, type Lexicon, type Reading } from '../lexicon/lexicon.js';
import type { LexiconEntry } from '../lexicon/lexicon-files.js';

export interface RankSignals {
  /** When the cooperative's first product on show came to the shop, in seconds since 1970. */
  readonly shopSince: number;
  readonly members: number | null;
}

/** A product as buyers may see it now, with what it is found, filtered and sorted by. */
export interface FindableProduct {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly cooperative: Texts;
  readonly categoryIds: readonly string[];
  readonly regionId: string;
  readonly provinceId: string;
  readonly cooperativeSlug: string;
  readonly labelIds: readonly string[];
  readonly isWomenLed: boolean;
  /** Countries it is sent to. */
  readonly shipsTo: readonly string[];
  readonly availability: string;
  /** Whole minor units of the lowest variant's price. */
  readonly priceAmount: number;
  /** Seconds since 1970. */
  readonly publishedAt: number;
  /** What its place among others depends on, beside the words. */
  readonly rank: RankSignals;
  /** Finished for the answer, every language in it. */
  readonly card: StoredCard;
  /** Of all the rest, and of the version documents are built by: two with the same one are the same. */
  readonly checksum: string;
}

export interface ProductDocument extends FindableProduct {
  readonly title: Texts & { readonly any: string };
  readonly description: Texts & { readonly any: string };
  readonly cooperative: Texts & { readonly any: string };
  /** The catalogue is compared with the engine a bucket at a time. */
  readonly bucket: string;
  readonly sh: SearchShadow & {
    /** Things and qualities of the lexicon that the titles name, whatever the language. */
    readonly things: readonly string[];
    /** Those a title begins with: what the product is, not what it is made of or for. */
    readonly heads: readonly string[];
  };
}

/**
 * In a federated search a filter alone scores nothing. Every document holds this word, in the field that counts most,
 * so that a question that is only a filter asks for it and scores in full.
 */
export const anyProduct = 'qanyproductq';

export function productDocument(product: FindableProduct, lexicon: Lexicon): ProductDocument {
  const shadow = searchShadow(product);
  return {
    ...product,
    bucket: bucketOf(product.id),
    title: { ...product.title, any: anyProduct },
    // An engine that has met no leaf of a field refuses to look into it.
    description: { any: '', ...product.description },
    cooperative: { any: '', ...product.cooperative },
    sh: {
      ...shadow,
      key: [...new Set([...shadow.key.split(' '), ...titleStems(product.title)])].filter(Boolean).join(' '),
      ...thingsIn(product.title, lexicon),
    },
  };
}

/** What an answer shows is one text to the engine: it would keep, and look through, the name of every field in it. */
export const engineDocument = (
  document: ProductDocument,
): Omit<ProductDocument, 'card'> & { readonly card: string } => ({
  ...document,
  card: JSON.stringify(document.card),
});

/** The end of an id is random, whenever it was made. */
export const bucketOf = (id: string): string => id.slice(-2);

/**
 * Every entry named by a title in any of its languages, and the first of each title that is a thing. In English what
 * a product is comes last, often before a colour or a number: those titles are asked only where no other is.
 */
export function thingsIn(title: Texts, lexicon: Lexicon): { things: string[]; heads: string[] } {
  const titles = Object.entries(title).map(([locale, text]) => ({
    isEnglish: locale === 'en',
    readings: lexicon.read(text, 'title').readings,
  }));
  const isOnlyEnglish = titles.every(({ isEnglish }) => isEnglish);
  const telling = titles.filter(({ isEnglish }) => isOnlyEnglish || !isEnglish);
  const heads = telling.map(({ readings }) => headOf(readings, isOnlyEnglish)).filter((head) => head !== undefined);
  return {
    things: idsOf(titles.flatMap(({ readings }) => readings.flatMap((reading) => withParts(reading, lexicon)))),
    heads: mostNamed(heads.map((head) => [...head.entries, ...(isOnlyEnglish ? [] : firstPart(head, lexicon))])),
  };
}

/** What most languages agree on: date syrup is called a honey in one of them only. */
function mostNamed(headsByLanguage: readonly (readonly LexiconEntry[])[]): string[] {
  const names = headsByLanguage.map(idsOf);
  const votes = (id: string) => names.filter((ids) => ids.includes(id)).length;
  const most = Math.max(0, ...names.flat().map(votes));
  return [...new Set(names.flat())].filter((id) => votes(id) === most).sort();
}

/** Rose water is water and has to do with roses: a phrase is also found by its words. */
const withParts = ({ entries, words }: Reading, lexicon: Lexicon): LexiconEntry[] => [
  ...entries,
  ...words.flatMap((word) => lexicon.read(word, 'title').readings.flatMap((part) => part.entries)),
];

const firstPart = ({ words }: Reading, lexicon: Lexicon): readonly LexiconEntry[] =>
  lexicon.read(words[0] ?? '', 'title').readings[0]?.entries ?? [];

const idsOf = (entries: readonly LexiconEntry[]): string[] => [...new Set(entries.map(({ id }) => id))].sort();

/** Stems of Arabic and Amazigh titles in the alphabet of the skeleton: number and possession no longer part words. */
function titleStems({ ar = '', zgh = '' }: Texts): string[] {
  return [ar, zgh].flatMap((text) =>
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .flatMap(stemsOf),
  );
}

const stemsOf = remembered((word): string[] => {
  switch (wordScript(word)) {
    case 'arab': {
      const bare = withoutParticle(word);
      return [...arabicStems(word), ...(bare ? arabicStems(bare) : [])].map((stem) => skeleton(stem)).filter(isTelling);
    }
    case 'tfng':
      return [amazighBase(word), amazighStem(word)].filter(isTelling);
    case 'latn':
      return [];
  }
});

const isTelling = (stem: string): boolean => stem.length >= 2;
