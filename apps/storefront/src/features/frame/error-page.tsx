import { Empty } from '@tiwizi/ui';
import { useEffect } from 'react';
import { isRouteErrorResponse, Link, useLocation, useRevalidator } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { isLost } from '../../lost-request.js';
import { usePath } from '../../paths.js';
import { PageHead } from './page-head.js';
import { SearchBox } from './search-box.js';
import arch from '../../pictures/arch.svg';

const kinds: Record<number, 'notFound' | 'gone' | 'forbidden' | 'tooMany'> = {
  403: 'forbidden',
  404: 'notFound',
  410: 'gone',
  429: 'tooMany',
};

/** An order’s page without its proof: reference and telephone are enough. */
const orderPage = /^\/\w+\/(commande|suivi)\//;

/** What happened, what is kept, what to do; always with the search box at hand. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, say } = useTexts('frame');
  const path = usePath();
  const { pathname } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const isOffline = isLost(error);
  const cooperative = isRouteErrorResponse(error) ? cooperativeIn(error.data) : null;
  const kind = isOffline ? 'network' : (kinds[status] ?? 'fault');
  const canRetry = kind === 'network' || kind === 'fault' || kind === 'tooMany';
  return (
    <div className="wrap narrow page">
      <PageHead title={t(`${kind}Title`)} />
      <Empty picture={arch}>
        <h1>{say(`${kind}Title`)}</h1>
        <p className="measure">{say(`${kind}Text`)}</p>
        {canRetry ? null : <SearchBox isSecond />}
        <p className="row">
          {canRetry ? <Retry /> : null}
          {kind === 'notFound' && orderPage.test(pathname) ? (
            <Link className="button button-main" to={path('/suivi')}>
              {say('track')}
            </Link>
          ) : null}
          {cooperative ? (
            <Link className="button button-main" to={path(`/cooperatives/${cooperative}`)}>
              {say('seeCooperative')}
            </Link>
          ) : null}
          <Link className="button button-line" to={path('/')}>
            {say('backHome')}
          </Link>
        </p>
      </Empty>
    </div>
  );
}

/** The same address once more: by a link where there are no scripts; by itself when the network is back. */
function Retry() {
  const { say } = useTexts('frame');
  const { pathname, search } = useLocation();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const again = () => void revalidate();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [revalidate]);
  return (
    <a
      className="button button-main"
      href={pathname + search}
      aria-busy={state === 'loading' || undefined}
      onClick={(event) => {
        event.preventDefault();
        void revalidate();
      }}
    >
      {say('retry')}
    </a>
  );
}

/** A product that was withdrawn leads on to its makers. */
function cooperativeIn(content: unknown): string | null {
  if (typeof content !== 'object' || content === null || !('cooperative' in content)) return null;
  return typeof content.cooperative === 'string' ? content.cooperative : null;
}
