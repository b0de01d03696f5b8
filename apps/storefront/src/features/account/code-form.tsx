import { TextField } from '@tiwizi/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';

export function CodeForm({
  identifier,
  to,
  refusal,
  isSent,
  isDemo,
}: {
  identifier: string;
  to: string;
  refusal: Refusal | null;
  isSent: boolean;
  isDemo: boolean;
}) {
  const { say } = useTexts('account');
  const path = usePath();
  const isBusy = useNavigation().state === 'submitting';
  return (
    <>
      <output>
        {isSent ? (
          <>
            {say('codeSent')} <bdi dir="ltr">{identifier}</bdi>
          </>
        ) : null}
      </output>
      {isDemo ? (
        <p className="small">
          <Link to={path('/demo/messages')} target="_blank">
            {say('demoMessages')}
          </Link>
        </p>
      ) : null}
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="identifier" value={identifier} />
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
        <button className="button button-main" name="intent" value="sign-in" aria-busy={isBusy || undefined}>
          {say('signIn')}
        </button>
        <button className="button button-quiet" name="intent" value="code">
          {say('resend')}
        </button>
      </Form>
      <p>
        <Link to={`?${new URLSearchParams({ vers: to })}`} reloadDocument>
          {say('otherIdentifier')}
        </Link>
      </p>
    </>
  );
}
