import { Suggest } from '@tiwizi/contracts';
import { api } from '../app-context.js';
import { localeOf } from '../paths.js';
import type { Route } from './+types/suggestions.js';

/** While typing. Nothing depends on it: a failure suggests nothing. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const q = [...(searchParams.get('q') ?? '')].slice(0, 200).join('');
  return api(context)
    .call(Suggest, { query: { locale: localeOf(pathname), q } })
    .catch(() => ({ products: [], cooperatives: [] }));
}
