import type { LocalizedText } from '@tiwizi/contracts';
import { currencyUnit, formatMoney, measureUnit } from '@tiwizi/i18n';
import { basisPoints, money, parseAmount, subtract } from '@tiwizi/money';
import { TextField } from '@tiwizi/ui';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

export interface Rates {
  readonly commissionBps: number;
  readonly vatOnCommissionBps: number;
}
export interface VariantValues {
  readonly id: string;
  readonly price: string;
  readonly stock: string;
  readonly measure: string;
  readonly weight: string;
}

/** What one size costs, what is left of it, and what the cooperative will receive while the price is typed. */
export function VariantFields({
  row,
  values,
  rates,
  errorOf,
}: {
  row: number;
  values: VariantValues;
  rates: Rates;
  errorOf: (field: string) => LocalizedText | undefined;
}) {
  const { locale, say, langOf } = useTexts('workspace');
  const [price, setPrice] = useState(values.price);
  return (
    <div className="variant stack">
      <input type="hidden" name={`variantId-${row}`} value={values.id} />
      <TextField
        id={`price-${row}`}
        name={`price-${row}`}
        label={say('field.price')}
        labelLang={langOf('field.price')}
        hint={say('field.priceHint')}
        unit={currencyUnit('MAD', locale)}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        value={price}
        onChange={(event) => setPrice(event.target.value)}
        error={errorOf(`price-${row}`)}
      />
      <WillReceive price={price} rates={rates} />
      <div className="pair">
        <TextField
          id={`stock-${row}`}
          name={`stock-${row}`}
          type="number"
          inputMode="numeric"
          min={0}
          label={say('field.stock')}
          defaultValue={values.stock}
          error={errorOf(`stock-${row}`)}
        />
        <TextField
          id={`measure-${row}`}
          name={`measure-${row}`}
          label={say('field.measure')}
          hint={say('field.measureHint')}
          maxLength={40}
          defaultValue={values.measure}
          error={errorOf(`measure-${row}`)}
        />
      </div>
      <TextField
        id={`weight-${row}`}
        name={`weight-${row}`}
        label={say('field.weight')}
        hint={say('field.weightHint')}
        unit={measureUnit('g', locale)}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        defaultValue={values.weight}
        error={errorOf(`weight-${row}`)}
      />
    </div>
  );
}

/** EDIT-3: the whole sum, so that it can be checked with a pencil. */
export function WillReceive({ price, rates }: { price: string; rates: Rates }) {
  const { locale, say, t } = useTexts('workspace');
  const amount = parseAmount(price, 'MAD');
  if (!amount) return <p className="receive receive-empty muted">{say('receive.empty')}</p>;
  const paid = money(amount, 'MAD');
  const commission = basisPoints(paid, rates.commissionBps);
  const vat = basisPoints(commission, rates.vatOnCommissionBps);
  const due = subtract(subtract(paid, commission), vat);
  const percent = (bps: number) => t('percent', { value: bps / 100 });
  return (
    <output className="receive">
      <span className="receive-line">
        <span>{say('receive.paid')}</span>
        <bdi className="figures">{formatMoney(paid, locale)}</bdi>
      </span>
      <span className="receive-line">
        <span>{say('receive.commission', { rate: percent(rates.commissionBps) })}</span>
        <bdi className="figures">− {formatMoney(commission, locale)}</bdi>
      </span>
      <span className="receive-line">
        <span>{say('receive.vat', { rate: percent(rates.vatOnCommissionBps) })}</span>
        <bdi className="figures">− {formatMoney(vat, locale)}</bdi>
      </span>
      <strong>{say('receive.due', { amount: formatMoney(due, locale) })}</strong>
    </output>
  );
}
