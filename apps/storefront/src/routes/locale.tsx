import { isLocale } from '@tiwizi/i18n';
import { data, Outlet } from 'react-router';
import type { Route } from './+types/locale';

export function loader({ params }: Route.LoaderArgs) {
  if (!isLocale(params.locale)) throw data(null, { status: 404 });
  return null;
}

/** The language never changes within a visit of the page: choosing another loads the page anew. */
export const shouldRevalidate = () => false;

export default function LocalePages() {
  return <Outlet />;
}
