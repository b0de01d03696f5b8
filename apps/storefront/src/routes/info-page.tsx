import type { LocalizedText } from '@tiwizi/i18n';
import { Localized } from '@tiwizi/ui';
import { data, Link } from 'react-router';
import { PageHead } from '../features/frame/page-head.js';
import { textsFor } from '../i18n/texts.server.js';
import { useTexts } from '../i18n/use-texts.js';
import { localeOf, usePath, withoutLocale } from '../paths.js';
import { pageAddress } from '../server/page-address.js';
import type { Route } from './+types/info-page.js';

const pages = ['aide', 'livraison-retours', 'conditions', 'confidentialite', 'accessibilite'] as const;
const sections = [1, 2, 3, 4, 5, 6] as const;

/** Short, true texts; which one stands in the address. They are read here, so no other page carries them. */
export function loader({ request }: Route.LoaderArgs) {
  const { pathname } = pageAddress(request);
  const locale = localeOf(pathname);
  const page = pages.find((one) => one === withoutLocale(pathname).split('/')[1]);
  if (!page) throw data(null, { status: 404 });
  const texts = textsFor(locale, 'pages');
  const find = (key: string): LocalizedText => {
    if (!texts.has(key)) return { locale, text: '' };
    return { locale: texts.langOf(key) ?? locale, text: texts.t(key) };
  };
  return {
    title: find(`${page}.title`),
    lead: find(`${page}.lead`),
    sections: sections
      .filter((number) => texts.has(`${page}.${number}.title`))
      .map((number) => ({
        number,
        title: find(`${page}.${number}.title`),
        text: find(`${page}.${number}.text`),
      })),
    others: pages.filter((other) => other !== page).map((other) => ({ to: other, title: find(`${other}.title`) })),
  };
}

export default function InfoPage({ loaderData: { title, lead, sections: list, others } }: Route.ComponentProps) {
  const { t, locale } = useTexts('frame');
  const path = usePath();
  const show = (text: LocalizedText) => <Localized value={text} page={locale} />;
  return (
    <article className="wrap page">
      <div className="prose">
        <PageHead title={title.text} description={lead.text} />
        <h1>{show(title)}</h1>
        <p className="muted">{show(lead)}</p>
        {list.map((section) => (
          <section key={section.number}>
            <h2>{show(section.title)}</h2>
            <p className="preserve">{show(section.text)}</p>
          </section>
        ))}
        <nav aria-label={t('alsoRead')}>
          <ul className="row">
            {others.map((other) => (
              <li key={other.to}>
                <Link to={path(`/${other.to}`)}>{show(other.title)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </article>
  );
}
