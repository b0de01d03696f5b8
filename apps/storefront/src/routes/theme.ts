import { redirect } from 'react-router';
import { localeOf } from '../paths.js';
import { ownPath } from '../server/own-path.js';
import { setCookie } from '../server/cookies.server.js';
import { isTheme } from '../theme.js';
import type { Route } from './+types/theme';

/** Keeps the choice for a year and returns to the page it was made on. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const theme = form.get('theme');
  const to = ownPath(form.get('back'), `/${localeOf(new URL(request.url).pathname)}/`);
  return redirect(to, { headers: isTheme(theme) ? { 'Set-Cookie': setCookie(request, 'tiwizi_theme', theme) } : {} });
}

export function loader({ request }: Route.LoaderArgs) {
  return redirect(`/${localeOf(new URL(request.url).pathname)}/`);
}
