import { negotiateLocale } from '@tiwizi/i18n';
import { redirect } from 'react-router';
import { cookieOf } from '../server/cookies.server.js';
import type { Route } from './+types/choose-locale';

export function loader({ request }: Route.LoaderArgs) {
  const locale = negotiateLocale(
    request.headers.get('accept-language') ?? undefined,
    cookieOf(request, 'tiwizi_locale'),
  );
  throw redirect(`/${locale}/${new URL(request.url).search}`, {
    headers: { Vary: 'Accept-Language, Cookie', 'Cache-Control': 'private, no-store' },
  });
}
