import { Icon, Localized } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Case } from './file.js';

/** Oldest first: name, whose, how old, what the machine noticed, who is reading. */
export function CaseList({ items, currentId }: { items: readonly Case[]; currentId?: string }) {
  const { t, say, locale } = useTexts('moderation');
  const path = usePath();
  return (
    <ul className="case-list" aria-label={t('queue.title')}>
      {items.map((each) => (
        <li key={each.id}>
          <Link
            to={path(`/admin/moderation/${each.id}`)}
            aria-current={each.id === currentId ? 'page' : undefined}
            className="case-row"
          >
            <b>
              <Localized value={each.title} page={locale} />
            </b>
            <span className="case-age">{each.ageText}</span>
            <span className="muted small">
              <Localized value={each.cooperative.name} page={locale} />
            </span>
            <span className="case-marks">
              {each.signals.length ? (
                <span className="case-flag">
                  <Icon name="alert" />
                  {each.signals.map(({ code }) => t(`signal.${code}`)).join(', ')}
                </span>
              ) : null}
              {each.claimedBy ? (
                <span className="case-claim">{say('queue.claimedBy', { name: each.claimedBy })}</span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
