import { Icon } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import { controlOfPart, type ListingView } from './listing.js';

/** The moderator's words, and a way straight to what they are about. */
export function DecisionNote({ listing }: { listing: ListingView }) {
  const { say, t } = useTexts('workspace');
  const { decision, decisionText } = listing;
  if (!decision || decision.kind === 'approve' || !['to-correct', 'refused'].includes(listing.status)) return null;
  const control = decision.field ? controlOfPart[decision.field] : undefined;
  const target =
    control === 'title' || control === 'description' ? `${control}-${listing.draft.sourceLocale ?? 'fr'}` : control;
  return (
    <section className={`decision decision-${decision.kind}`} aria-labelledby="decision-title">
      <h2 id="decision-title">
        <Icon name="alert" />
        {say(decision.kind === 'reject' ? 'decision.rejected' : 'decision.toCorrect')}
      </h2>
      <ul>
        {decision.reasons.map((reason) => (
          <li key={reason}>{say(`reason.${reason}`)}</li>
        ))}
      </ul>
      {decision.message ? (
        <blockquote>
          <bdi>{decision.message}</bdi>
        </blockquote>
      ) : null}
      <p className="small">{say('decision.when', { date: decisionText ?? '' })}</p>
      {target && decision.field ? (
        <a className="button button-main" href={`#${target}`}>
          {say('decision.goTo', { part: t(`part.${decision.field}`) })}
        </a>
      ) : null}
    </section>
  );
}
