import type { Account } from '@tiwizi/contracts';
import { data, redirect, type RouterContextProvider } from 'react-router';
import { allowed } from '../../desk/guard.server.js';
import { localeOf, pathIn } from '../../paths.js';
import { cookieOf, setCookie } from '../../server/cookies.server.js';
import { pageAddress, pathOf } from '../../server/page-address.js';

export type OwnCooperative = Account['cooperatives'][number];

/**
 * The cooperative whose workspace is shown. A member of several says which by `?coop=`, kept in a cookie; the API
 * decides anew at every call whether they belong to it.
 */
export function workspaceOf(request: Request, context: Readonly<RouterContextProvider>): OwnCooperative {
  const { cooperatives } = allowed(request, context, 'workspace:products');
  if (!cooperatives.length) throw data(null, { status: 403 });
  const url = pageAddress(request);
  const asked = url.searchParams.get('coop');
  const named = cooperatives.find(({ slug }) => slug === asked);
  if (named && request.method === 'GET') throw redirect(withoutChoice(url), keepChoice(request, named.slug));
  const kept = cookieOf(request, 'tiwizi_coop');
  const chosen = named ?? cooperatives.find(({ slug }) => slug === kept) ?? (cooperatives[1] ? null : cooperatives[0]);
  if (chosen) return chosen;
  throw redirect(pathIn(localeOf(url.pathname), `/vendeur/choisir?suite=${encodeURIComponent(pathOf(url))}`));
}

export const keepChoice = (request: Request, slug: string): ResponseInit => ({
  headers: { 'Set-Cookie': setCookie(request, 'tiwizi_coop', slug) },
});

function withoutChoice(url: URL): string {
  url.searchParams.delete('coop');
  return pathOf(url);
}
