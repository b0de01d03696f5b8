import { Icon } from '@tiwizi/ui';
import { Form, useLocation, useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

/** A plain form first: the suggestions are added by scripts. A page may repeat it; then only the header's is the landmark. */
export function SearchBox({ isSecond }: { isSecond?: boolean }) {
  const { t } = useTexts('frame');
  const path = usePath();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const written = pathname.endsWith('/recherche') ? (query.get('q') ?? '') : '';
  return (
    <Form className="site-search" role={isSecond ? undefined : 'search'} action={path('/recherche')} key={written}>
      <input
        type="search"
        name="q"
        defaultValue={written}
        maxLength={200}
        aria-label={t(isSecond ? 'searchAgain' : 'searchLabel')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button aria-label={t('search')}>
        <Icon name="search" />
      </button>
    </Form>
  );
}
