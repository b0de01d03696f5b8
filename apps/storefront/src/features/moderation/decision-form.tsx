import { FieldError, Icon, Select, TextArea } from '@tiwizi/ui';
import { useState, type FormEvent } from 'react';
import { Form, useLocation, useNavigate } from 'react-router';
import { useIsSending } from '../../desk/pending.js';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';
import type { CaseView } from './case.server.js';
import { DecisionPreview } from './decision-preview.js';
import { useHold } from './decision-hold.js';
import { decisionKinds, partCodes, reasonCodes } from './file.js';
import { isComplete, type TypedDecision } from './typed-decision.js';

/** One panel for the three answers. A plain form; with scripts a complete decision is held for ten seconds first. */
export function DecisionForm({
  subject,
  idempotencyKey,
  nextId,
  refusal,
  typed,
}: {
  subject: CaseView;
  idempotencyKey: string;
  nextId: string | undefined;
  refusal: Refusal | undefined;
  typed: TypedDecision;
}) {
  const { t, say } = useTexts('moderation');
  const [decision, setDecision] = useState(typed);
  const isSending = useIsSending('decide');
  const holdBack = useHoldBack(subject, decision, nextId);
  const needsReason = decision.kind === 'request-change' || decision.kind === 'reject';
  const change = (part: Partial<TypedDecision>) => setDecision({ ...decision, ...part });
  return (
    <Form method="post" className="decision-form stack" noValidate onSubmit={holdBack}>
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="version" value={subject.version} />
      <input type="hidden" name="suivant" value={nextId ?? ''} />
      <fieldset
        className="stack decision-kinds"
        role="radiogroup"
        id="kind"
        tabIndex={-1}
        aria-describedby={errorOf(refusal, 'kind') ? 'kind-error' : undefined}
      >
        <legend>{say('decision.label')}</legend>
        {decisionKinds.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={decision.kind === kind}
              onChange={() => change({ kind })}
            />
            {say(`decision.${kind}`)}
          </label>
        ))}
        <FieldError id="kind-error" text={errorOf(refusal, 'kind')} />
      </fieldset>
      <div className={needsReason || !decision.kind ? 'stack' : 'stack decision-why-off'}>
        <fieldset
          className="reasons"
          id="reasons"
          tabIndex={-1}
          aria-describedby={errorOf(refusal, 'reasons') ? 'reasons-error' : undefined}
        >
          <legend>{say('decision.reasons')}</legend>
          {reasonCodes.map((code) => (
            <label key={code} className="check">
              <input
                type="checkbox"
                name="reasons"
                value={code}
                checked={decision.reasons.includes(code)}
                onChange={(event) =>
                  change({
                    reasons: event.target.checked
                      ? [...decision.reasons, code]
                      : decision.reasons.filter((each) => each !== code),
                  })
                }
              />
              {say(`reason.${code}`)}
            </label>
          ))}
          <FieldError id="reasons-error" text={errorOf(refusal, 'reasons')} />
        </fieldset>
        <Select
          id="field"
          name="field"
          label={say('decision.field')}
          value={decision.field}
          onChange={(event) => change({ field: event.target.value })}
          error={errorOf(refusal, 'field')}
        >
          <option value="">{t('decision.fieldNone')}</option>
          {partCodes.map((code) => (
            <option key={code} value={code}>
              {t(`part.${code}`)}
            </option>
          ))}
        </Select>
        <TextArea
          id="message"
          name="message"
          label={say('decision.message')}
          hint={say('decision.messageHint', { language: t(`language.${subject.sellerLocale}`) })}
          rows={4}
          maxLength={2000}
          value={decision.message}
          onChange={(event) => change({ message: event.target.value })}
          error={errorOf(refusal, 'message')}
        />
      </div>
      <DecisionPreview subject={subject} decision={decision} />
      <div className="row decision-send">
        <button className="button button-main" name="intent" value="decide" aria-busy={isSending || undefined}>
          {say('decision.send')}
          <Icon name="arrow" />
        </button>
        <button className="button button-quiet without-script" name="intent" value="preview">
          {say('decision.preview')}
        </button>
      </div>
    </Form>
  );
}

/** Only a decision the server would take is held: the others go there at once and come back with the reason. */
function useHoldBack(subject: CaseView, decision: TypedDecision, nextId: string | undefined) {
  const hold = useHold();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const path = usePath();
  return (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const isPreview = submitter instanceof HTMLButtonElement && submitter.value === 'preview';
    if (isPreview || !isComplete(decision)) return;
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set('intent', 'decide');
    form.set('held', 'yes');
    hold({ form, action: pathname, title: subject.title.text, decision });
    void navigate(path(nextId ? `/admin/moderation/${nextId}` : '/admin/moderation'));
  };
}
