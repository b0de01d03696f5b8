import { TextField } from '@tiwizi/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Refusal } from '../../server/refusal.server.js';
import { ErrorSummary } from '../frame/error-summary.js';

/** A cash order stands once its telephone is proven: the courier will call it. */
export function ConfirmPhone({
  phoneMasked,
  refusal,
  isResent,
  isDemo,
}: {
  phoneMasked: string;
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
          error={refusal?.text.text}
        />
        <button className="button button-buy" name="intent" value="confirm" aria-busy={isBusy || undefined}>
          {say('confirm')}
        </button>
      </Form>
      <Form method="post" className="row">
        <button className="button button-quiet" name="intent" value="resend">
          {say('resend')}
        </button>
        {isDemo ? <Link to={path('/demo/messages')}>{say('demoMessages')}</Link> : null}
      </Form>
    </section>
  );
}
