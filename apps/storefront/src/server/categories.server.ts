import { ListCategories, type Category } from '@tiwizi/contracts';
import { locales, type Locale } from '@tiwizi/i18n';
import { slugify } from '@tiwizi/text';
import type { RouterContextProvider } from 'react-router';
import { api } from '../app-context.js';

/** A category as pages address it: path words are French in every language. */
export interface CategoryNode {
  readonly id: string;
  readonly slug: string;
  readonly parentId: string | null;
  readonly name: Category['name'];
  readonly picture: string;
  readonly productCount: number;
}

export class CategoryTree {
  private readonly byId: Map<string, CategoryNode>;
  private readonly bySlug: Map<string, CategoryNode>;

  constructor(readonly nodes: readonly CategoryNode[]) {
    this.byId = new Map(nodes.map((node) => [node.id, node]));
    this.bySlug = new Map(nodes.map((node) => [node.slug, node]));
  }

  /** By its path word; its id is understood too. */
  find(slugOrId: string): CategoryNode | undefined {
    return this.bySlug.get(slugOrId) ?? this.byId.get(slugOrId);
  }

  children(id: string): CategoryNode[] {
    return this.nodes.filter(({ parentId }) => parentId === id);
  }

  /** From the root down to the category itself. */
  trail(id: string): CategoryNode[] {
    const node = this.byId.get(id);
    if (!node) return [];
    return [...(node.parentId ? this.trail(node.parentId) : []), node];
  }
}

/** Asked for with each page: the API answers from its own copy, and knows by that what the page depends on. */
export async function categoryTree(locale: Locale, context: Readonly<RouterContextProvider>): Promise<CategoryTree> {
  const [own, french] = await Promise.all(
    [locale, locales[0]].map((wanted) => api(context).call(ListCategories, { query: { locale: wanted } })),
  );
  const words = new Map(french?.categories.map(({ id, name }) => [id, slugify(name.text)]));
  const counts = new Map<string, number>();
  for (const word of words.values()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const nodes = (own?.categories ?? []).map(({ id, parentId, name, picture, productCount }) => {
    const word = words.get(id) ?? id;
    return { id, parentId, name, picture, productCount, slug: (counts.get(word) ?? 0) > 1 ? `${word}-${id}` : word };
  });
  return new CategoryTree(nodes);
}
