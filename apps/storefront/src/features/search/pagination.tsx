import { Icon } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { nearby } from './pages-nearby.js';

/** Plain links: every page of a list has its address. */
export function Pagination({
  page,
  pageCount,
  href,
}: {
  page: number;
  pageCount: number;
  href: (page: number) => string;
}) {
  const { t, say } = useTexts('search');
  if (pageCount < 2) return null;
  return (
    <nav className="pagination" aria-label={t('pages')}>
      {page > 1 ? (
        <Link className="button button-line" to={href(page - 1)} rel="prev">
          <Icon name="back" />
          {say('previousPage')}
        </Link>
      ) : null}
      <ul>
        {nearby(page, pageCount).map((one, position) => (
          <li key={one ?? `gap-${position}`}>
            {one === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                to={href(one)}
                aria-current={one === page ? 'page' : undefined}
                aria-label={t('page', { number: one })}
              >
                {one}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {page < pageCount ? (
        <Link className="button button-line" to={href(page + 1)} rel="next">
          {say('nextPage')}
          <Icon name="next" />
        </Link>
      ) : null}
    </nav>
  );
}
