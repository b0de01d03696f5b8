import type { ProductDetail } from '@tiwizi/contracts';
import { formatMeasure, type Locale } from '@tiwizi/i18n';
import { Icon, Localized, Note, Price, Amount } from '@tiwizi/ui';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { Link, useFetcher, useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import { useHydrated } from '../../use-hydrated.js';
import type { AddedToCart } from '../../server/cart.server.js';
import { useAnnounce } from '../frame/announcer.js';

type Variant = ProductDetail['variants'][number];

/** A plain form first: without scripts it posts and lands on the cart. The cart's route owns the change. */
export function BuyForm({ product, variant }: { product: ProductDetail; variant: Variant }) {
  const { t, say, locale } = useTexts('product');
  const path = usePath();
  const announce = useAnnounce();
  const isHydrated = useHydrated();
  const fetcher = useFetcher<AddedToCart>({ key: 'add-to-cart' });
  const [, setQuery] = useSearchParams();
  const [quantity, setQuantity] = useState('1');
  const title = product.title.text;
  const most = Math.max(1, Math.min(variant.available, 99));
  const toCart = <Link to={path('/panier')}>{say('addedLink')}</Link>;

  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set('stay', '1');
    // Said at once: the answer only ever takes it back.
    announce({ text: say('added', { title }), action: toCart });
    void fetcher.submit(form, { method: 'post', action: path('/panier') });
  };
  const answered = useRef<AddedToCart | undefined>(undefined);
  useEffect(() => {
    const answer = fetcher.data;
    if (fetcher.state !== 'idle' || !answer || answered.current === answer) return;
    answered.current = answer;
    if (answer.refusal) announce(null);
    else if (answer.isCapped) announce({ text: say('capped', { count: answer.quantity }), action: toCart });
  });
  const refusal = fetcher.state === 'idle' ? fetcher.data?.refusal : null;

  return (
    <form className="buy-form" method="post" action={path('/panier')} onSubmit={add} noValidate>
      <input type="hidden" name="intent" value="add" />
      {product.variants.length > 1 ? (
        <fieldset className="variants">
          <legend>{say('choose')}</legend>
          {product.variants.map((one) => (
            <label className="choice" key={one.id}>
              <input
                type="radio"
                name="variantId"
                value={one.id}
                disabled={!one.available}
                defaultChecked={one.id === variant.id}
                onChange={() =>
                  setQuery((before) => ({ ...Object.fromEntries(before), v: one.sku }), {
                    replace: true,
                    preventScrollReset: true,
                  })
                }
              />
              <span className="choice-text">
                <bdi>{nameOf(one, locale)}</bdi>
                <Amount value={one.price} locale={locale} />
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <input type="hidden" name="variantId" value={variant.id} />
      )}
      <div className="quantity-row">
        <label className="field-label" htmlFor="quantity">
          {say('quantity')}
        </label>
        <span className="stepper">
          {isHydrated ? (
            <button
              type="button"
              aria-label={t('less')}
              onClick={() => setQuantity(String(Math.max(1, Number(quantity) - 1)))}
            >
              −
            </button>
          ) : null}
          <input
            id="quantity"
            name="quantity"
            type="number"
            inputMode="numeric"
            min={1}
            max={most}
            value={quantity}
            onChange={(event) => setQuantity(event.currentTarget.value)}
          />
          {isHydrated ? (
            <button
              type="button"
              aria-label={t('more')}
              onClick={() => setQuantity(String(Math.min(most, Number(quantity) + 1)))}
            >
              +
            </button>
          ) : null}
        </span>
      </div>
      {refusal ? (
        <Note tone="danger" live="assertive">
          {say('notAdded', { title })} <Localized value={refusal.text} page={locale} />
        </Note>
      ) : null}
      <div className="buy-bar">
        <div aria-live="polite">
          <Price
            value={variant.price}
            locale={locale}
            large
            of={
              variant.unitPrice ? (
                <bdi>
                  <Amount value={variant.unitPrice.price} locale={locale} />
                  {variant.unitPrice.per === 'kg' ? t('perKg') : t('perL')}
                </bdi>
              ) : product.variants.length === 1 && !isBareNumber(nameOf(variant, locale)) ? (
                <bdi>{nameOf(variant, locale)}</bdi>
              ) : null
            }
          />
        </div>
        <button className="button button-buy" aria-busy={fetcher.state !== 'idle' || undefined}>
          <Icon name="basket" />
          {say('add')}
        </button>
      </div>
    </form>
  );
}

const nameOf = ({ options }: Variant, locale: Locale): string =>
  options.map(({ value }) => formatMeasure(value, locale)).join(' · ');

/** « 36 » says nothing beside a price. */
const isBareNumber = (name: string): boolean => /^\d+$/.test(name);
