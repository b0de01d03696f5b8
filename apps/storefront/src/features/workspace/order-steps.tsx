import type { SellerOrder, LocalizedText } from '@tiwizi/contracts';
import { FieldError, Icon, SectionTitle, TextArea, TextField, type IconName } from '@tiwizi/ui';
import { Form } from 'react-router';
import { useIsSending } from '../../desk/pending.js';
import { useTexts } from '../../i18n/use-texts.js';
import { mayReject, nameOfAct, nextAct, rejectReasons, type NextStepName } from './order-acts.js';

const icons: Record<NextStepName, IconName> = { accept: 'check', ready: 'box', 'hand-over': 'truck', arrange: 'clock' };

/** The one thing to do now. */
export function NextStep({ order, idempotencyKey }: { order: SellerOrder; idempotencyKey: string }) {
  const { say } = useTexts('workspace');
  const act = nextAct(order);
  const isSending = useIsSending(act);
  if (!act) return null;
  const name = nameOfAct(act, order);
  return (
    <Form method="post" className="panel next-step stack">
      <input type="hidden" name="key" value={`${act}-${idempotencyKey}`} />
      <p>{say(`next.${name}`)}</p>
      {act === 'accept' && order.acceptByText ? (
        <p className="chip deadline">
          <Icon name="clock" />
          {say('orders.acceptBy', { date: order.acceptByText })}
        </p>
      ) : null}
      {name === 'hand-over' ? (
        <TextField
          name="trackingNumber"
          label={say('order.trackingNumber')}
          hint={say('order.trackingHint')}
          maxLength={60}
          dir="ltr"
          autoComplete="off"
        />
      ) : null}
      <button
        className="button button-main button-wide"
        name="intent"
        value={act}
        aria-busy={isSending || undefined}
        disabled={isSending}
      >
        <Icon name={icons[name]} />
        {say(`act.${name}`)}
      </button>
    </Form>
  );
}

/** « Je ne peux pas »: last on the page, with a reason the buyer will understand. */
export function Reject({
  order,
  idempotencyKey,
  error,
  messageError,
  typed,
}: {
  order: SellerOrder;
  idempotencyKey: string;
  error: LocalizedText | undefined;
  messageError: LocalizedText | undefined;
  typed: string | undefined;
}) {
  const { say } = useTexts('workspace');
  const isSending = useIsSending('reject');
  if (!mayReject(order.status)) return null;
  return (
    <section className="panel reject">
      <Form method="post" className="stack" noValidate>
        <SectionTitle>{say('reject.summary')}</SectionTitle>
        <input type="hidden" name="key" value={`reject-${idempotencyKey}`} />
        <fieldset className="stack" id="reason" tabIndex={-1} aria-describedby={error ? 'reason-error' : undefined}>
          <legend>{say('reject.why')}</legend>
          {rejectReasons.map((reason) => (
            <label key={reason} className="choice">
              <input type="radio" name="reason" value={reason} />
              {say(`reject.${reason}`)}
            </label>
          ))}
          <FieldError id="reason-error" text={error} />
        </fieldset>
        <TextArea
          id="message"
          name="message"
          label={say('reject.message')}
          rows={3}
          maxLength={500}
          defaultValue={typed}
          error={messageError}
        />
        <button className="button button-danger" name="intent" value="reject" aria-busy={isSending || undefined}>
          {say('act.reject')}
        </button>
      </Form>
    </section>
  );
}
