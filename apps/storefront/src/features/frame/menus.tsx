import { locales, type Locale } from '@tiwizi/i18n';
import { Icon } from '@tiwizi/ui';
import { Form, useLocation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { languageNames } from '../../language-names.js';
import { useLocale, usePath, withoutLocale } from '../../paths.js';
import { themes, type Theme } from '../../theme.js';

/** So that the bare address opens in this language next time; without scripts the browser's own languages decide. */
function remember(locale: Locale): void {
  document.cookie = `tiwizi_locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** Plain links: another language is another page, loaded with its own texts and letters. */
export function LanguageMenu() {
  const { t } = useTexts('frame');
  const current = useLocale();
  const { pathname, search } = useLocation();
  return (
    <>
      <button className="icon-button" type="button" popoverTarget="menu-language" aria-label={t('language')}>
        <Icon name="globe" />
      </button>
      <ul className="menu-list" id="menu-language" popover="auto" aria-label={t('language')}>
        {locales.map((locale) => (
          <li key={locale}>
            <a
              href={`/${locale}${withoutLocale(pathname)}${search}`}
              lang={locale}
              onClick={() => remember(locale)}
              hrefLang={locale}
              aria-current={locale === current ? 'true' : undefined}
            >
              {languageNames[locale]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function ThemeMenu({ theme }: { theme: Theme }) {
  const { t, say } = useTexts('frame');
  const path = usePath();
  const { pathname, search } = useLocation();
  return (
    <>
      <button className="icon-button" type="button" popoverTarget="menu-theme" aria-label={t('theme')}>
        <Icon name="theme" />
      </button>
      <Form
        className="menu-list"
        id="menu-theme"
        popover="auto"
        method="post"
        action={path('/theme')}
        reloadDocument
        aria-label={t('theme')}
      >
        <input type="hidden" name="back" value={pathname + search} />
        {themes.map((choice) => (
          <button key={choice} name="theme" value={choice} aria-pressed={choice === theme}>
            {say(`theme-${choice}`)}
          </button>
        ))}
      </Form>
    </>
  );
}
