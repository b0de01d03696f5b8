/**
 * Indexes over what rows contain: dear to keep row by row, cheap to make at once. A load of nearly all rows takes them
 * away and makes them again; whoever finds one missing makes it.
 */
export const rowIndexes = {
  document_title: 'create index if not exists document_title on search.document using gin (title gin_trgm_ops)',
  document_words: 'create index if not exists document_words on search.document using gin (words)',
  document_keys: 'create index if not exists document_keys on search.document using gin (keys)',
  document_things: 'create index if not exists document_things on search.document using gin (things)',
} as const;
