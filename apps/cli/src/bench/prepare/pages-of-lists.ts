import { Connection } from '../load/connection.js';
import { locales } from '../scenarios/place.js';

interface ListPage {
  nextCursor: string | null;
}

/** Pages of a list by following it, as a reader would. */
async function follow(connection: Connection, path: string, most: number): Promise<string[]> {
  const pages = [path];
  for (let last = path; pages.length < most;) {
    const { nextCursor } = await connection.good<ListPage>('GET', last);
    if (!nextCursor) break;
    last = `${path}&cursor=${encodeURIComponent(nextCursor)}`;
    pages.push(last);
  }
  return pages;
}

const inEveryLanguage = (paths: readonly string[]): string[] =>
  locales.flatMap((locale) => paths.map((path) => `${path}&locale=${locale}`));

/** The newest products and those of each cooperative; each category's first pages. More than any memory keeps. */
export async function pagesOfLists(
  url: string,
  cooperativeSlugs: readonly string[],
  categoryIds: readonly string[],
): Promise<{ list: string[]; category: string[] }> {
  const connection = new Connection(url);
  const list = '/api/v1/products?limit=24';
  try {
    const newest = await follow(connection, list, 200);
    const categories: string[] = [];
    for (const id of categoryIds) categories.push(...(await follow(connection, `${list}&category=${id}`, 12)));
    const ofCooperatives = cooperativeSlugs.map((slug) => `${list}&cooperative=${slug}`);
    return { list: inEveryLanguage([...newest, ...ofCooperatives]), category: inEveryLanguage(categories) };
  } finally {
    connection.close();
  }
}
