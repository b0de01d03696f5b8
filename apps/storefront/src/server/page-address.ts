/**
 * The page's address as the visitor sees it: what follows a click asks for the same page with `.data` behind its path
 * and says in `_routes` which parts it lacks.
 */
export function pageAddress(request: Request): URL {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/_\.data$/, '/').replace(/\.data$/, '');
  url.searchParams.delete('_routes');
  return url;
}

export const pathOf = ({ pathname, search }: URL): string => pathname + search;
