import { Icon, type IconName } from '@tiwizi/ui';
import { NavLink } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

export function BottomBar({ cartCount }: { cartCount: number }) {
  const { t, say } = useTexts('frame');
  const path = usePath();
  const places: { to: string; icon: IconName; key: 'home' | 'searchShort' | 'cart' | 'account' }[] = [
    { to: '/', icon: 'home', key: 'home' },
    { to: '/recherche', icon: 'search', key: 'searchShort' },
    { to: '/panier', icon: 'basket', key: 'cart' },
    { to: '/compte', icon: 'user', key: 'account' },
  ];
  return (
    <nav className="bottom-bar" aria-label={t('mainNavigation')}>
      {places.map(({ to, icon, key }) => (
        <NavLink key={to} to={path(to)} end={to === '/'}>
          <span className="bottom-mark">
            <Icon name={icon} />
            {key === 'cart' && cartCount ? (
              <span className="cart-count" aria-hidden="true">
                {cartCount > 99 ? '99+' : cartCount}
              </span>
            ) : null}
          </span>
          {say(key)}
        </NavLink>
      ))}
    </nav>
  );
}
