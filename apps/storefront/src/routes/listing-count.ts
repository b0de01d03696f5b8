import { localeOf } from '../paths.js';
import { categoryTree } from '../server/categories.server.js';
import { countListing } from '../server/listing.server.js';
import type { Route } from './+types/listing-count.js';

/** How many products the filters of a sheet would find, before it is closed. Without an answer the button keeps its last count. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeOf(pathname);
  const inCategory = searchParams.get('dans');
  const cooperative = searchParams.get('chez')?.slice(0, 60);
  const category = inCategory ? (await categoryTree(locale, context)).find(inCategory)?.id : undefined;
  const fixed = { ...(category && { category }), ...(cooperative && { cooperative }) };
  const total = await countListing(searchParams, locale, context, fixed).catch(() => null);
  return { total };
}
