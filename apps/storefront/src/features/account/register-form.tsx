import { TextField } from '@tiwizi/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';

export function RegisterForm({
  identifier,
  name,
  to,
  refusal,
}: {
  identifier: string;
  name: string;
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
          id="name"
          name="name"
          label={say('name')}
          autoComplete="name"
          maxLength={120}
          defaultValue={name}
          error={errorOf(refusal, 'name')}
        />
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
        <p className="hint">{say('noPassword')}</p>
        <button className="button button-main" name="intent" value="register" aria-busy={isBusy || undefined}>
          {say('askCode')}
        </button>
      </Form>
      <p>
        {say('hasAccount')} <Link to={`?${new URLSearchParams({ vers: to })}`}>{say('signIn')}</Link>
      </p>
    </>
  );
}
