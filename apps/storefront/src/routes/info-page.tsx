import { data, Link } from 'react-router';
import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';
import { usePath, withoutLocale } from '../paths.js';
import type { Route } from './+types/info-page.js';

const pages = ['aide', 'livraison-retours', 'conditions', 'confidentialite', 'accessibilite'] as const;
type Page = (typeof pages)[number];

/** Short, true texts; which one stands in the address. */
export function loader({ request }: Route.LoaderArgs) {
  const word = withoutLocale(new URL(request.url).pathname.replace(/\.data$/, '')).split('/')[1];
  const page = pages.find((one) => one === word);
  if (!page) throw data(null, { status: 404 });
  return { page };
}

export default function InfoPage({ loaderData: { page } }: Route.ComponentProps) {
  const { t, say } = useTexts('pages');
  const path = usePath();
  return (
    <article className="wrap page">
      <div className="prose">
        <PageHead title={t(`${page}.title`)} description={t(`${page}.lead`)} />
        <h1>{say(`${page}.title`)}</h1>
        <p className="muted">{say(`${page}.lead`)}</p>
        <Sections page={page} />
        <nav aria-label={t('alsoRead')}>
          <ul className="row">
            {pages
              .filter((other) => other !== page)
              .map((other) => (
                <li key={other}>
                  <Link to={path(`/${other}`)}>{say(`${other}.title`)}</Link>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </article>
  );
}

const sections = [1, 2, 3, 4, 5, 6] as const;

function Sections({ page }: { page: Page }) {
  const { say, has } = useTexts('pages');
  return sections.map((number) => {
    const title = `${page}.${number}.title`;
    const text = `${page}.${number}.text`;
    if (!has(title) || !has(text)) return null;
    return (
      <section key={number} id={`${number}`}>
        <h2>{say(title)}</h2>
        <p className="preserve">{say(text)}</p>
      </section>
    );
  });
}
