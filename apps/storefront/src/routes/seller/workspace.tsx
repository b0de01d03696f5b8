import { Icon, type IconName } from '@tiwizi/ui';
import { Link, NavLink, Outlet } from 'react-router';
import { app } from '../../app-context.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import '../../features/workspace/workspace.css';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Route } from './+types/workspace.js';

export function loader({ request, context }: Route.LoaderArgs) {
  const { slug, name } = workspaceOf(request, context);
  return { slug, name, isOneOfSeveral: (app(context).account?.cooperatives.length ?? 0) > 1 };
}

const places = [
  { to: '/vendeur', icon: 'home', key: 'nav.home' },
  { to: '/vendeur/produits', icon: 'box', key: 'nav.products' },
  { to: '/vendeur/commandes', icon: 'truck', key: 'nav.orders' },
  { to: '/vendeur/versements', icon: 'coin', key: 'nav.money' },
] as const satisfies readonly { to: string; icon: IconName; key: string }[];

export default function Workspace({ loaderData: { slug, name, isOneOfSeveral } }: Route.ComponentProps) {
  const { t, say } = useTexts('workspace');
  const path = usePath();
  return (
    <div className="workspace">
      <div className="workspace-bar">
        <div className="wrap">
          <Link className="workspace-name" to={path('/vendeur/cooperative')}>
            <img className="door" src={`/pictures/cooperatives/${slug}.svg`} alt="" />
            <bdi>{name}</bdi>
          </Link>
          {isOneOfSeveral ? (
            <Link className="workspace-switch" to={path('/vendeur/choisir')}>
              {say('choose.other')}
            </Link>
          ) : null}
        </div>
      </div>
      <nav className="bottom-bar workspace-nav" aria-label={t('nav.label')}>
        {places.map(({ to, icon, key }) => (
          <NavLink key={to} to={path(to)} end={to === '/vendeur'}>
            <Icon name={icon} />
            {say(key)}
          </NavLink>
        ))}
      </nav>
      <div className="wrap page workspace-page">
        <Outlet />
      </div>
    </div>
  );
}
