import { isRouteErrorResponse, Link } from 'react-router';
import { Empty } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { PageHead } from './page-head.js';
import { SearchBox } from './search-box.js';
import arch from '../../pictures/arch.svg';

/** What happened, what is kept, what to do; always with the search box at hand. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, say } = useTexts('frame');
  const path = usePath();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const cooperative = isRouteErrorResponse(error) ? cooperativeIn(error.data) : null;
  const kind =
    status === 404
      ? 'notFound'
      : status === 410
        ? 'gone'
        : status === 403
          ? 'forbidden'
          : status === 429
            ? 'tooMany'
            : 'fault';
  return (
    <div className="wrap narrow page">
      <PageHead title={t(`${kind}Title`)} />
      <Empty picture={arch}>
        <h1>{say(`${kind}Title`)}</h1>
        <p className="measure">{say(`${kind}Text`)}</p>
        {kind === 'fault' ? null : <SearchBox isSecond />}
        <p className="row">
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

/** A product that was withdrawn leads on to its makers. */
function cooperativeIn(content: unknown): string | null {
  if (typeof content !== 'object' || content === null || !('cooperative' in content)) return null;
  return typeof content.cooperative === 'string' ? content.cooperative : null;
}
