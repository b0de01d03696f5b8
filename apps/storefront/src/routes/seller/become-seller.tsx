import { Icon, SectionTitle, type IconName } from '@tiwizi/ui';
import { Link } from 'react-router';
import { app } from '../../app-context.js';
import { PageHead } from '../../features/frame/page-head.js';
import '../../features/workspace/workspace.css';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import arch from '../../pictures/arch.svg';
import type { Route } from './+types/become-seller.js';

export function loader({ context }: Route.LoaderArgs) {
  return { isSeller: (app(context).account?.cooperatives.length ?? 0) > 0 };
}

const steps = [
  { key: 'apply', icon: 'pen' },
  { key: 'verify', icon: 'shield' },
  { key: 'list', icon: 'camera' },
  { key: 'send', icon: 'truck' },
  { key: 'paid', icon: 'coin' },
] as const satisfies readonly { key: string; icon: IconName }[];
const promises = ['free', 'address', 'language', 'moderation'] as const;

export default function BecomeSeller({ loaderData: { isSeller } }: Route.ComponentProps) {
  const { t, say } = useTexts('workspace');
  const path = usePath();
  return (
    <>
      <PageHead title={t('sell.title')} description={t('sell.intro')} />
      <div className="hero sell-hero">
        <div className="wrap">
          <div className="hero-copy">
            <h1 tabIndex={-1}>{say('sell.title')}</h1>
            <p>{say('sell.intro')}</p>
            <Link className="button button-buy" to={path(isSeller ? '/vendeur' : '/vendre/inscription')}>
              {say(isSeller ? 'sell.open' : 'sell.start')}
              <Icon name="arrow" />
            </Link>
          </div>
          <img className="hero-arch" src={arch} alt="" width={420} height={428} />
        </div>
      </div>
      <div className="wrap page stack-wide">
        <section>
          <SectionTitle>{say('sell.how')}</SectionTitle>
          <ol className="sell-steps">
            {steps.map(({ key, icon }, index) => (
              <li key={key} className="panel">
                <span className="todo-mark">
                  <Icon name={icon} />
                </span>
                <h3>
                  <bdi>{index + 1}.</bdi> {say(`sell.${key}`)}
                </h3>
                <p className="muted">{say(`sell.${key}Text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <section>
          <SectionTitle>{say('sell.promises')}</SectionTitle>
          <ul className="sell-promises">
            {promises.map((key) => (
              <li key={key}>
                <Icon name="check" />
                <span>{say(`sell.${key}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel stack">
          <h2>{say('sell.papers')}</h2>
          <p>{say('sell.papersText')}</p>
          <Link className="button button-main" to={path(isSeller ? '/vendeur' : '/vendre/inscription')}>
            {say(isSeller ? 'sell.open' : 'sell.start')}
          </Link>
        </section>
      </div>
    </>
  );
}
