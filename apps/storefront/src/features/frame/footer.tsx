import type { Account } from '@tiwizi/contracts';
import { Icon, Logo } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

export function Footer({
  isDemo,
  account,
  hasHelp,
}: {
  isDemo: boolean;
  hasHelp: boolean;
  account: Pick<Account, 'roles' | 'cooperatives'> | null;
}) {
  const { t, say } = useTexts('frame');
  const path = usePath();
  const isSeller = Boolean(account?.cooperatives.length);
  const isDesk = account?.roles.some((role) => role !== 'buyer' && role !== 'seller') ?? false;
  return (
    <>
      {hasHelp ? <HelpStrip /> : null}
      <footer className="site-footer">
        <div className="wrap columns">
          <div className="footer-brand">
            <Logo />
            <b>Tiwizi</b>
            <p>{say('footerLine')}</p>
          </div>
          <nav aria-label={t('footerShop')}>
            <ul>
              <li>
                <Link to={path('/recherche')}>{say('allProducts')}</Link>
              </li>
              <li>
                <Link to={path('/cooperatives')}>{say('cooperatives')}</Link>
              </li>
              <li>
                <Link to={path('/suivi')}>{say('track')}</Link>
              </li>
              <li>
                <Link to={path('/livraison-retours')}>{say('deliveryReturns')}</Link>
              </li>
            </ul>
          </nav>
          <nav aria-label={t('footerCooperatives')}>
            <ul>
              <li>
                <Link to={path(isSeller ? '/vendeur' : '/vendre')} reloadDocument>
                  {say(isSeller ? 'workspace' : 'sell')}
                </Link>
              </li>
              {isDesk ? (
                <li>
                  <Link to={path('/admin')} reloadDocument>
                    {say('desk')}
                  </Link>
                </li>
              ) : null}
              {isDemo ? (
                <li>
                  <Link to={path('/demo/messages')}>{say('demoMessages')}</Link>
                </li>
              ) : null}
            </ul>
          </nav>
          <nav aria-label={t('footerLegal')}>
            <ul>
              <li>
                <Link to={path('/conditions')}>{say('terms')}</Link>
              </li>
              <li>
                <Link to={path('/confidentialite')}>{say('privacy')}</Link>
              </li>
              <li>
                <Link to={path('/accessibilite')}>{say('accessibility')}</Link>
              </li>
            </ul>
          </nav>
        </div>
      </footer>
    </>
  );
}

function HelpStrip() {
  const { t, say } = useTexts('frame');
  const path = usePath();
  return (
    <aside className="help-strip" aria-label={t('helpStrip')}>
      <div className="wrap row">
        <Icon name="help" />
        <p>{say('helpText')}</p>
        <Link className="button button-line" to={path('/aide')}>
          {say('help')}
        </Link>
      </div>
    </aside>
  );
}
