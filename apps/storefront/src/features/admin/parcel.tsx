import type { ShipmentRow } from '@tiwizi/contracts';
import { currencyUnit } from '@tiwizi/i18n';
import { Amount, Badge, Icon, Select, TextField, type Tone } from '@tiwizi/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import type { z } from 'zod';
import { useIsSending } from '../../desk/pending.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';

type Shipment = z.infer<typeof ShipmentRow>;
const troubled: readonly Shipment['status'][] = ['attempt_failed', 'returning', 'returned', 'lost', 'damaged'];
const toneOf = (status: Shipment['status']): Tone =>
  status === 'delivered' ? 'success' : troubled.includes(status) ? 'danger' : 'info';

/** One parcel under way and what the carrier may say about it next; delivery of a cash parcel asks for the cash. */
export function Parcel({
  parcel,
  refusal,
  typed,
}: {
  parcel: Shipment & { readonly key: string };
  refusal: Refusal | undefined;
  typed: { status: string; cash: string } | undefined;
}) {
  const { say, t, locale } = useTexts('admin');
  const [status, setStatus] = useState(typed?.status ?? '');
  const isSending = useIsSending();
  const { cashToCollect } = parcel;
  return (
    <li className="panel parcel-row">
      <div className="parcel-facts">
        <h2>
          <bdi className="figures">{parcel.trackingNumber}</bdi>
        </h2>
        <Badge tone={toneOf(parcel.status)} icon={parcel.status === 'delivered' ? 'check' : 'truck'}>
          {say(`parcel.${parcel.status}`)}
        </Badge>
        <p className="chip">
          <Icon name="home" />
          <span>
            {say('parcels.from')} <bdi>{parcel.cooperativeName}</bdi>
          </span>
        </p>
        <p className="chip">
          <Icon name="pin" />
          <span>
            {say('parcels.to')} <bdi>{parcel.city}</bdi>
          </span>
        </p>
        <p className="muted small">
          <bdi className="figures">{parcel.subOrderNumber}</bdi> ·{' '}
          {say('parcels.handedOver', { date: parcel.handedOverAtText })}
        </p>
        {cashToCollect ? (
          <p className="chip cash">
            <Icon name="coin" />
            {say('parcels.toCollect')} <Amount value={cashToCollect} locale={locale} />
          </p>
        ) : null}
      </div>
      {parcel.nextStatuses.length ? (
        <Form method="post" className="stack" preventScrollReset noValidate>
          <input type="hidden" name="id" value={parcel.id} />
          <input type="hidden" name="key" value={parcel.key} />
          <Select
            id={`status-${parcel.id}`}
            name="status"
            label={say('parcels.said')}
            value={status}
            onChange={(event) => setStatus(event.target.value)}
            error={errorOf(refusal, `status-${parcel.id}`)}
          >
            <option value="">—</option>
            {parcel.nextStatuses.map((each) => (
              <option key={each} value={each}>
                {t(`parcel.${each}`)}
              </option>
            ))}
          </Select>
          {cashToCollect && (status === 'delivered' || status === '') ? (
            <TextField
              id={`cash-${parcel.id}`}
              name="cash"
              label={say('parcels.collected')}
              hint={say('parcels.collectedHint')}
              unit={currencyUnit('MAD', locale)}
              inputMode="decimal"
              dir="ltr"
              autoComplete="off"
              defaultValue={typed?.cash ?? ''}
              error={errorOf(refusal, `cash-${parcel.id}`)}
            />
          ) : null}
          <button
            className="button button-main"
            aria-busy={isSending || undefined}
            aria-label={t('parcels.recordOf', { number: parcel.trackingNumber })}
          >
            {say('parcels.record')}
          </button>
        </Form>
      ) : null}
    </li>
  );
}
