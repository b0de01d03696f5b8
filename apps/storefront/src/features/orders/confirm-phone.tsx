import { TextField } from '@tiwizi/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Refusal } from '../../server/refusal.server.js';
import { ErrorSummary, errorOf } from '../frame/error-summary.js';
import { ResendCode } from '../frame/resend-code.js';

/** A cash order stands once its telephone is proven: the courier will call it. */
export function ConfirmPhone({
  phoneMasked,
  refusal,
  isResent,
  isDemo,
  pause,
}: {
  phoneMasked: string;
  /** Until another code may be asked for; `since` tells one code's pause from the next. */
  pause: { readonly seconds: number; readonly since: string };
  refusal: Refusal | undefined;
  isResent: boolean;
  isDemo: boolean;
}) {
  const { say } = useTexts('orders');
  const path = usePath();
  const isBusy = useNavigation().state === 'submitting';
  return (
    <section className="panel stack narrow" aria-labelledby="confirm-phone">
      <h2 id="confirm-phone">{say('confirmTitle')}</h2>
      <p>
        {say('confirmText')} <bdi dir="ltr">{phoneMasked}</bdi>
      </p>
      <ErrorSummary refusal={refusal} />
      <output>{isResent ? say('codeResent') : null}</output>
      <Form method="post" className="stack" noValidate>
        <TextField
          id="code"
          name="code"
          label={say('code')}
          hint={say('codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          maxLength={12}
          error={errorOf(refusal, 'code')}
        />
        <button className="button button-buy" name="intent" value="confirm" aria-busy={isBusy || undefined}>
          {say('confirm')}
        </button>
      </Form>
      <Form method="post" className="row">
        <ResendCode key={pause.since} seconds={pause.seconds} intent="resend" />
        {isDemo ? <Link to={path('/demo/messages')}>{say('demoMessages')}</Link> : null}
      </Form>
    </section>
  );
}
