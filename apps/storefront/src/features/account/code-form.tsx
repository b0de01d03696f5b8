import { TextField } from '@tiwizi/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';
import { ResendCode } from '../frame/resend-code.js';

export function CodeForm({
  identifier,
  to,
  refusal,
  sentAt,
  pauseSeconds,
  isDemo,
}: {
  identifier: string;
  to: string;
  refusal: Refusal | null;
  sentAt: number;
  pauseSeconds: number;
  isDemo: boolean;
}) {
  const { say } = useTexts('account');
  const path = usePath();
  const isBusy = useNavigation().state === 'submitting';
  return (
    <>
      <output>
        {say('codeSent')} <bdi dir="ltr">{identifier}</bdi>
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
        <input type="hidden" name="sentAt" value={sentAt} />
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
        <ResendCode key={sentAt} seconds={pauseSeconds} intent="resend" />
      </Form>
      <p>
        <Link to={`?${new URLSearchParams({ vers: to })}`} reloadDocument>
          {say('otherIdentifier')}
        </Link>
      </p>
    </>
  );
}
