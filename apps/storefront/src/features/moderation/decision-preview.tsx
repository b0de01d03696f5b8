import { directionOf } from '@tiwizi/i18n';
import { useTexts } from '../../i18n/use-texts.js';
import type { CaseView } from './case.server.js';
import type { TypedDecision } from './typed-decision.js';

/** The decision as the cooperative will read it, in its language and direction. */
export function DecisionPreview({ subject, decision }: { subject: CaseView; decision: TypedDecision }) {
  const { say, t } = useTexts('moderation');
  const { locale, title, reasons, parts } = subject.preview;
  const kind = decision.kind;
  if (kind !== 'approve' && kind !== 'request-change' && kind !== 'reject') return null;
  return (
    <section className="preview" aria-label={t('decision.previewTitle')}>
      <p className="small muted">{say('decision.previewTitle')}</p>
      <div lang={locale} dir={directionOf(locale)}>
        <b>{title[kind]}</b>
        {kind === 'approve' ? null : (
          <>
            <ul>
              {decision.reasons.map((code) => (
                <li key={code}>{reasons[code]}</li>
              ))}
            </ul>
            {decision.field ? <p>{parts[decision.field]}</p> : null}
          </>
        )}
        {decision.message ? (
          <blockquote>
            <bdi>{decision.message}</bdi>
          </blockquote>
        ) : null}
      </div>
    </section>
  );
}
