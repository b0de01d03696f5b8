import { createHash } from 'node:crypto';
import type { Settings as EngineSettings } from 'meilisearch';
import { stopWords } from '../words/words.js';
import { lexiconEntries } from '../lexicon/lexicon-files.js';

/** Raise it when documents are built otherwise; a change of these settings or of the lexicon shows by itself. */
const documentVersion = 3;

const versionPrefix = 'version-';

/** One that says otherwise is built again. */
export function indexVersion(): string {
  const contents = JSON.stringify([indexSettings(), lexiconEntries, documentVersion]);
  return `${versionPrefix}${createHash('sha256').update(contents).digest('hex').slice(0, 16)}`;
}

/** Kept among the fields that are shown, as the name of one that no document has: a search does not look at it. */
export function settingsWithVersion(): EngineSettings {
  const settings = indexSettings();
  return { ...settings, displayedAttributes: [...(settings.displayedAttributes ?? []), indexVersion()] };
}

/** Nothing for an index of a time that kept it elsewhere. */
export const versionAmong = (displayed: readonly string[]): string =>
  displayed.find((name) => name.startsWith(versionPrefix)) ?? '';

/** The texts as written. A nested object has no text of its own: its leaves are named, or nothing is found. */
export const naturalFields = ['title.*', 'cooperative.*', 'description.*'];

/** No reader's page is deeper, and no answer costs more. */
export const deepestHit = 10_000;

export const indexSettings = (): EngineSettings => ({
  searchableAttributes: [
    'title',
    'sh.titleAr',
    'sh.titleZgh',
    'sh.key',
    'cooperative',
    'description',
    'sh.textAr',
    'sh.textZgh',
  ],
  displayedAttributes: ['id', 'card', 'publishedAt', 'rank', 'checksum'],
  filterableAttributes: [
    {
      attributePatterns: [
        'categoryIds',
        'regionId',
        'provinceId',
        'isWomenLed',
        'shipsTo',
        'cooperativeSlug',
        'labelIds',
        'availability',
        'sh.things',
        'sh.heads',
        'bucket',
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['priceAmount'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  // Values of facets are never looked for by their letters.
  facetSearch: false,
  sortableAttributes: ['priceAmount', 'publishedAt'],
  // A chosen order is meant: by price is by price, whatever fits better.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
  localizedAttributes: [
    { attributePatterns: ['*.ar', '*Ar'], locales: ['ara'] },
    { attributePatterns: ['*.fr'], locales: ['fra'] },
    { attributePatterns: ['*.en', '*.zgh', 'sh.key', '*Zgh'], locales: ['eng'] },
  ],
  stopWords: [...stopWords],
  // Those of the lexicon are in the documents (`sh.things`): the engine would read a long list for every question.
  synonyms: {},
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnAttributes: ['sh.key'],
    disableOnNumbers: true,
  },
  pagination: { maxTotalHits: deepestHit },
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { '*': 'count' } },
  // For each question of a plan; together they stay below what a page may take.
  searchCutoffMs: 80,
});
