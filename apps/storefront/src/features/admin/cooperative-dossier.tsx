import type { CooperativeToVerify } from '@tiwizi/contracts';
import { Badge, Localized, TextArea } from '@tiwizi/ui';
import { Form, Link } from 'react-router';
import type { z } from 'zod';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';

type Dossier = z.infer<typeof CooperativeToVerify> & { readonly appliedText: string };

/** Everything an admin compares with the papers, and the three answers; two of them need a reason. */
export function CooperativeDossier({ dossier, refusal }: { dossier: Dossier; refusal: Refusal | undefined }) {
  const { say, t, locale } = useTexts('admin');
  const path = usePath();
  const field = `reason-${dossier.id}`;
  const error = errorOf(refusal, field);
  const facts = [
    { key: 'president', value: dossier.presidentName },
    { key: 'place', value: dossier.place.text },
    { key: 'court', value: dossier.court },
    { key: 'register', value: dossier.localRegisterNumber },
    { key: 'rib', value: dossier.ribMasked },
    { key: 'applied', value: dossier.appliedText },
  ] as const;
  return (
    <li className="panel dossier">
      <header className="row">
        <img className="door door-large" src={`/pictures/cooperatives/${dossier.slug}.svg`} alt="" />
        <h2>
          {dossier.verification === 'verified' ? (
            <Link to={path(`/cooperatives/${dossier.slug}`)} reloadDocument>
              <Localized value={dossier.name} page={locale} />
            </Link>
          ) : (
            <Localized value={dossier.name} page={locale} />
          )}
        </h2>
        <Badge tone={dossier.isIceValid ? 'success' : 'danger'} icon={dossier.isIceValid ? 'check' : 'alert'}>
          {say(dossier.isIceValid ? 'coops.iceValid' : 'coops.iceInvalid')}
        </Badge>
      </header>
      <dl className="fact-list">
        <dt>{say('coops.ice')}</dt>
        <dd>
          <bdi className="figures">{dossier.ice ?? '—'}</bdi>
        </dd>
        {facts.map(({ key, value }) => (
          <div key={key} className="fact">
            <dt>{say(`coops.${key}`)}</dt>
            <dd>
              <bdi>{value ?? '—'}</bdi>
            </dd>
          </div>
        ))}
        <dt>{say('coops.members')}</dt>
        <dd>{say('coops.membersOf', { members: dossier.memberCount ?? '—', women: dossier.womenCount ?? '—' })}</dd>
      </dl>
      <Form method="post" className="stack" preventScrollReset noValidate>
        <input type="hidden" name="id" value={dossier.id} />
        <TextArea
          id={field}
          name="reason"
          label={say('coops.reason')}
          hint={say('coops.reasonHint')}
          rows={2}
          maxLength={1000}
          error={error}
        />
        <div className="row">
          {dossier.verification === 'verified' ? null : (
            <button
              className="button button-main"
              name="intent"
              value="verify"
              aria-label={t('coops.verifyOf', { name: dossier.name.text })}
            >
              {say('coops.verify')}
            </button>
          )}
          {dossier.verification === 'verified' ? (
            <button
              className="button button-danger"
              name="intent"
              value="suspend"
              aria-label={t('coops.suspendOf', { name: dossier.name.text })}
            >
              {say('coops.suspend')}
            </button>
          ) : (
            <button
              className="button button-danger"
              name="intent"
              value="refuse"
              aria-label={t('coops.refuseOf', { name: dossier.name.text })}
            >
              {say('coops.refuse')}
            </button>
          )}
        </div>
      </Form>
    </li>
  );
}
