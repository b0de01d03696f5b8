/**
 * What a kept copy of a public answer depends on, by name. Whoever changes one of these says so in its transaction, and
 * every process drops the copies that were made of it.
 */
export const topics = {
  /** One product as buyers see it: its texts, pictures, price, availability. */
  product: (id: string): string => `product/${id}`,
  /** One cooperative as buyers see it, its right to sell included. */
  maker: (id: string): string => `maker/${id}`,
  /** Which cooperatives there are to see. */
  makers: 'makers',
  /** Which products of one cooperative are on show. */
  range: (cooperativeId: string): string => `range/${cooperativeId}`,
  /** Which products stand in one category. */
  shelf: (categoryId: string): string => `shelf/${categoryId}`,
  /** Which products stand anywhere, and how many in each category. */
  shelves: 'shelves',
  /** What the search engine has been told. */
  search: 'search',
};
