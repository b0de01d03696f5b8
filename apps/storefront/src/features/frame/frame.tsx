import type { Account } from '@tiwizi/contracts';
import { Icon, Logo } from '@tiwizi/ui';
import type { ReactNode } from 'react';
import { Link, useFetchers, useLocation, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { isDeskPage, usePath } from '../../paths.js';
import type { Theme } from '../../theme.js';
import { BottomBar } from './bottom-bar.js';
import { Footer } from './footer.js';
import { LanguageMenu, ThemeMenu } from './menus.js';
import { OfflineStrip } from './offline-strip.js';
import { SearchBox } from './search-box.js';

interface FrameProps {
  account: Pick<Account, 'name' | 'roles' | 'cooperatives'> | null;
  cartCount: number;
  theme: Theme;
  isDemo: boolean;
  children: ReactNode;
}

export function Frame({ account, cartCount: counted, theme, isDemo, children }: FrameProps) {
  const { t, say } = useTexts('frame');
  const path = usePath();
  const { pathname } = useLocation();
  const cartCount = counted + useArriving();
  const isDesk = isDeskPage(pathname);
  const isBusy = useNavigation().state === 'loading';
  return (
    <>
      <a className="skip-link visually-hidden" href="#contenu">
        {say('skip')}
      </a>
      <header className="site-header">
        <div className="wrap">
          <Link className="brand" to={path('/')} aria-label={t('homeLink')}>
            <Logo />
            <b>Tiwizi</b>
          </Link>
          {isDesk ? null : <SearchBox />}
          <div className="header-tools">
            <LanguageMenu />
            <ThemeMenu theme={theme} />
            <Link
              className="icon-button tool-account"
              to={path('/compte')}
              aria-label={account ? t('accountOf', { name: account.name }) : t('account')}
            >
              <Icon name="user" />
              {account ? <i className="signed-in" /> : null}
            </Link>
            {isDesk ? null : (
              <Link
                className="icon-button"
                to={path('/panier')}
                aria-label={cartCount ? t('cartWith', { count: cartCount }) : t('cart')}
              >
                <Icon name="basket" />
                {cartCount ? <span className="cart-count">{cartCount > 99 ? '99+' : cartCount}</span> : null}
              </Link>
            )}
          </div>
        </div>
      </header>
      <div className="braid" aria-hidden="true" />
      <OfflineStrip />
      <main id="contenu" tabIndex={-1} aria-busy={isBusy || undefined}>
        {children}
      </main>
      <Footer isDemo={isDemo} account={account} hasHelp={!isDesk} />
      {isDesk ? null : <BottomBar cartCount={cartCount} />}
    </>
  );
}

/** What was just added counts at once; the server's answer then takes its place. */
function useArriving(): number {
  return useFetchers().reduce((sum, { formData }) => {
    const isAdding = formData?.get('intent') === 'add';
    return sum + (isAdding ? Math.max(1, Number(formData?.get('quantity')) || 1) : 0);
  }, 0);
}
