import { TextField } from '@tiwizi/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';

/** A code is enough; who has a password may use it. */
export function IdentifierForm({
  identifier,
  to,
  refusal,
}: {
  identifier: string;
  to: string;
  refusal: Refusal | null;
}) {
  const { say } = useTexts('account');
  const isBusy = useNavigation().state === 'submitting';
  return (
    <>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          id="identifier"
          name="identifier"
          label={say('identifier')}
          hint={say('identifierHint')}
          autoComplete="username"
          dir="ltr"
          maxLength={254}
          defaultValue={identifier}
          error={errorOf(refusal, 'identifier')}
        />
        <button className="button button-main" name="intent" value="code" aria-busy={isBusy || undefined}>
          {say('askCode')}
        </button>
        <details className="password" open={Boolean(refusal?.fields['password'])}>
          <summary className="more">{say('withPassword')}</summary>
          <div className="stack">
            <TextField
              id="password"
              name="password"
              type="password"
              label={say('password')}
              autoComplete="current-password"
              dir="ltr"
              maxLength={200}
              error={errorOf(refusal, 'password')}
            />
            <button className="button button-line" name="intent" value="password" aria-busy={isBusy || undefined}>
              {say('signIn')}
            </button>
          </div>
        </details>
      </Form>
      <p>
        {say('noAccount')}{' '}
        <Link to={`?${new URLSearchParams({ nouveau: '1', vers: to })}`}>{say('createAccount')}</Link>
      </p>
    </>
  );
}
