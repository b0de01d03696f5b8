import { data, NavLink, Outlet } from 'react-router';
import { Icon, type IconName } from '@tiwizi/ui';
import { may } from '../../desk/guard.server.js';
import '../../features/admin/admin.css';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { signedIn } from '../../server/account.server.js';
import type { Route } from './+types/desk.js';

/** Each person sees the doors they may open; whoever has none is not at the right address. */
export function loader({ request, context }: Route.LoaderArgs) {
  const account = signedIn(request, context);
  const doors = {
    moderation: may(account, 'moderation:decide'),
    cooperatives: may(account, 'cooperatives:verify'),
    parcels: may(account, 'shipments:track'),
    search: may(account, 'search:manage'),
    journal: may(account, 'journal:read'),
  };
  if (!Object.values(doors).some(Boolean)) throw data(null, { status: 403 });
  return { doors };
}

const places = [
  { to: '/admin/moderation', icon: 'shield', key: 'moderation' },
  { to: '/admin/cooperatives', icon: 'home', key: 'cooperatives' },
  { to: '/admin/colis', icon: 'truck', key: 'parcels' },
  { to: '/admin/recherche', icon: 'search', key: 'search' },
  { to: '/admin/journal', icon: 'pen', key: 'journal' },
] as const satisfies readonly { to: string; icon: IconName; key: string }[];

export default function AdminDesk({ loaderData: { doors } }: Route.ComponentProps) {
  const { t, say } = useTexts('admin');
  const path = usePath();
  return (
    <div className="admin">
      <nav className="admin-nav" aria-label={t('nav.label')}>
        <div className="wrap">
          <NavLink to={path('/admin')} end>
            <Icon name="star" />
            {say('nav.dashboard')}
          </NavLink>
          {places
            .filter(({ key }) => doors[key])
            .map(({ to, icon, key }) => (
              <NavLink key={key} to={path(to)}>
                <Icon name={icon} />
                {say(`nav.${key}`)}
              </NavLink>
            ))}
        </div>
      </nav>
      <Outlet />
    </div>
  );
}
