import type { Cart } from '@tiwizi/contracts';

import { Amount, Icon, Select, TextArea, TextField } from '@tiwizi/ui';
import { Form, useFetcher, useNavigation } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { City, DeliveryOption } from '../../server/delivery.server.js';
import type { Refusal } from '../../server/refusal.server.js';
import { shortName } from '../../short-name.js';
import { errorOf } from '../frame/error-summary.js';
import { KeptOnPhone } from '../frame/kept-on-phone.js';

export interface DeliveryValues {
  readonly name: string;
  readonly phone: string;
  readonly provinceId: string;
  readonly line: string;
  readonly note: string;
}
export interface ParcelOptions {
  readonly cooperativeId: string;
  readonly options: readonly DeliveryOption[];
}

interface DeliveryFormProps {
  cart: Cart;
  cities: readonly City[];
  values: DeliveryValues;
  parcelOptions: readonly ParcelOptions[];
  refusal: Refusal | undefined;
}

export function DeliveryForm({ cart, cities, values, parcelOptions, refusal }: DeliveryFormProps) {
  const { t, say, langOf } = useTexts('checkout');
  const path = usePath();
  const isBusy = useNavigation().state === 'submitting';
  const preview = useFetcher<{ parcelOptions: readonly ParcelOptions[] | null }>();
  const options = preview.data?.parcelOptions ?? parcelOptions;
  return (
    // The server says what is wrong, in the page's language and beside the field.
    <Form method="post" className="stack" noValidate>
      <KeptOnPhone name="livraison" keptFor="visit" isRefused={Boolean(refusal)} />
      <TextField
        id="name"
        name="name"
        label={say('name')}
        labelLang={langOf('name')}
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={values.name}
        error={errorOf(refusal, 'name')}
      />
      <TextField
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        dir="ltr"
        required
        maxLength={30}
        label={say('phone')}
        hint={say('phoneHint')}
        defaultValue={values.phone}
        error={errorOf(refusal, 'phone')}
      />
      <Select
        id="provinceId"
        name="provinceId"
        label={say('city')}
        hint={say('cityHint')}
        autoComplete="address-level2"
        required
        defaultValue={values.provinceId}
        error={errorOf(refusal, 'provinceId')}
        onChange={(event) =>
          void preview.load(
            `${path('/commande/livraison/choix')}?${new URLSearchParams({ ville: event.currentTarget.value })}`,
          )
        }
      >
        <option value="">{t('chooseCity')}</option>
        {cities.map(({ id, name }) => (
          <option key={id} value={id} lang={name.locale}>
            {name.text}
          </option>
        ))}
      </Select>
      <TextField
        id="line"
        name="line"
        label={say('line')}
        hint={say('lineHint')}
        autoComplete="street-address"
        required
        maxLength={300}
        defaultValue={values.line}
        error={errorOf(refusal, 'line')}
      />
      <TextArea
        id="note"
        name="note"
        label={say('note')}
        hint={say('optional')}
        rows={2}
        maxLength={500}
        defaultValue={values.note}
        error={errorOf(refusal, 'note')}
      />
      {cart.parcels.map((parcel) => (
        <ParcelChoice
          key={parcel.cooperative.id}
          parcel={parcel}
          options={options.find(({ cooperativeId }) => cooperativeId === parcel.cooperative.id)?.options ?? []}
        />
      ))}
      <button className="button button-main button-wide" aria-busy={isBusy || undefined}>
        {say('toPayment')}
        <Icon name="arrow" />
      </button>
    </Form>
  );
}

/** One choice per parcel once the city is known; without a choice the cheapest is taken, and shown. */
function ParcelChoice({ parcel, options }: { parcel: Cart['parcels'][number]; options: readonly DeliveryOption[] }) {
  const { say, has, locale } = useTexts('checkout');
  if (!options.length) return null;
  const nameOf = ({ nameKey }: DeliveryOption) => (has(nameKey) ? nameKey : 'delivery.home');
  const { cooperative, delivery } = parcel;
  const chosen = options.find(({ id }) => id === delivery?.id) ?? options[0];
  return (
    <fieldset className="stack">
      <legend>{say('deliveryOf', { name: shortName(cooperative.name.text) })}</legend>
      {options.map((option) => (
        <label className="choice" key={option.id}>
          <input
            type="radio"
            name={`option-${cooperative.id}`}
            value={option.id}
            defaultChecked={option.id === chosen?.id}
          />
          <span>
            {say(nameOf(option))}
            <span className="muted small choice-line">
              {option.latestText ? say('latest', { date: option.latestText }) : say('onSiteDay')}
            </span>
          </span>
          <b className="choice-price">
            <Amount value={option.price} locale={locale} />
          </b>
        </label>
      ))}
    </fieldset>
  );
}
