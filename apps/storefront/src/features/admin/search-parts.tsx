import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

const parts = [
  { key: 'synonyms', to: '/admin/recherche' },
  { key: 'missed', to: '/admin/recherche/manques' },
] as const;

export function SearchParts({ current }: { current: (typeof parts)[number]['key'] }) {
  const { t, say } = useTexts('admin');
  const path = usePath();
  return (
    <nav className="pills" aria-label={t('search.parts')}>
      {parts.map(({ key, to }) => (
        <Link
          key={key}
          to={path(to)}
          className={key === current ? 'on' : ''}
          aria-current={key === current ? 'page' : undefined}
        >
          {say(`search.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
