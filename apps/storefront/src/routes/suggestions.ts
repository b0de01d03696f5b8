import { Suggest } from '@tiwizi/contracts';
import { api } from '../app-context.js';
import { localeOf } from '../paths.js';
import { categoryTree } from '../server/categories.server.js';
import type { Route } from './+types/suggestions.js';

const nothing = { products: [], cooperatives: [], categories: [], regions: [] };

/** While typing. Nothing depends on it: a failure suggests nothing. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const q = [...(searchParams.get('q') ?? '')].slice(0, 200).join('');
  try {
    const [found, tree] = await Promise.all([
      api(context).call(Suggest, { query: { locale, q } }),
      categoryTree(locale, context),
    ]);
    const categories = found.categories.map(({ id, ...one }) => ({ ...one, slug: tree.find(id)?.slug ?? id }));
    return { ...found, categories };
  } catch {
    return nothing;
  }
}
