import { ListCategories, type Category } from '@tiwizi/contracts';
import type { ApiClient } from '../../app-context.js';
import type { CategoryFamily } from './category-choice.js';

/** Families with their kinds: what a person picks in two touches instead of reading 93 lines. */
export async function categoryFamilies(client: ApiClient): Promise<CategoryFamily[]> {
  const { categories } = await client.call(ListCategories, {});
  const leavesOf = Map.groupBy(
    categories.filter(({ isLeaf }) => isLeaf),
    ({ parentId }) => parentId,
  );
  return categories.flatMap((family) => {
    const kinds = leavesOf.get(family.id);
    return kinds ? [{ ...card(family), kinds: kinds.map(card) }] : [];
  });
}

const card = ({ id, name, picture }: Category) => ({ id, name, picture });
