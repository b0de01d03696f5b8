import type { Cart } from '@tiwizi/contracts';
import { formatMoney } from '@tiwizi/i18n';
import { Amount, Localized, Measure, Note, Picture } from '@tiwizi/ui';
import { useEffect, useRef } from 'react';
import { Form, Link, useFetcher } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { ChangedLine } from '../../server/cart.server.js';

type Line = Cart['parcels'][number]['lines'][number];

export function CartLine({ line, isCapped }: { line: Line; isCapped: boolean }) {
  const { t, say, locale } = useTexts('cart');
  const path = usePath();
  const title = line.title.text;
  return (
    <article className="line">
      <div className="tile">
        <Picture value={line.picture} alt={line.picture.alt ?? title} sizes="5rem" />
      </div>
      <div className="line-text">
        <h3>
          <Link to={path(`/p/${line.slug}`)}>
            <Localized value={line.title} page={locale} />
          </Link>
        </h3>
        <p className="muted small">
          {line.measure ? (
            <>
              <Measure value={line.measure} locale={locale} /> ·{' '}
            </>
          ) : null}
          <Amount value={line.price} locale={locale} />
        </p>
        <LineNotice line={line} />
        <div className="line-controls">
          <QuantityForm line={line} isCapped={isCapped} />
          <p className="line-total">
            <Amount value={line.total} locale={locale} />
          </p>
        </div>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="lineId" value={line.id} />
          <input type="hidden" name="variantId" value={line.variantId} />
          <input type="hidden" name="quantity" value={line.quantity} />
          <input type="hidden" name="title" value={title} />
          <button className="button button-quiet" name="intent" value="remove" aria-label={t('removeLine', { title })}>
            {say('remove')}
          </button>
        </Form>
      </div>
    </article>
  );
}

/** A price or a stock that changed since adding is said here, before the checkout. */
function LineNotice({ line }: { line: Line }) {
  const { say, locale } = useTexts('cart');
  if (!line.notice) return null;
  const isGone = line.notice === 'sold-out' || line.notice === 'withdrawn';
  return (
    <Note tone={isGone ? 'danger' : 'warning'}>
      {line.notice === 'price-changed'
        ? say('notice-price-changed', {
            before: formatMoney(line.priceWhenAdded, locale),
            now: formatMoney(line.price, locale),
          })
        : line.notice === 'quantity-reduced'
          ? say('notice-quantity-reduced', { count: line.available })
          : say(`notice-${line.notice}`)}
    </Note>
  );
}

function QuantityForm({ line, isCapped }: { line: Line; isCapped: boolean }) {
  const { t, say, locale } = useTexts('cart');
  const fetcher = useFetcher<ChangedLine>();
  const input = useRef<HTMLInputElement>(null);
  const title = line.title.text;
  const most = Math.max(line.available, line.quantity);
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const refusal = answer?.refusal;
  useEffect(() => {
    // What was asked for and is not there does not stay in the field.
    if (answer?.capped && input.current) input.current.value = String(answer.capped.quantity);
  }, [answer]);
  return (
    <fetcher.Form method="post" className="quantity-form" noValidate>
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="lineId" value={line.id} />
      {/* Enter in the field presses the form's first button. */}
      <button className="visually-hidden" name="step" value="none" tabIndex={-1}>
        {say('update')}
      </button>
      <span className="stepper" aria-busy={fetcher.state !== 'idle' || undefined}>
        <button name="step" value="less" aria-label={t('lessOf', { title })} disabled={line.quantity <= 1}>
          −
        </button>
        <input
          key={line.quantity}
          ref={input}
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          defaultValue={line.quantity}
          aria-label={t('quantityOf', { title })}
          onBlur={(event) => {
            if (Number(event.currentTarget.value) !== line.quantity) void fetcher.submit(event.currentTarget.form);
          }}
        />
        <button name="step" value="more" aria-label={t('moreOf', { title })} disabled={line.quantity >= most}>
          +
        </button>
      </span>
      {refusal ? (
        <p className="field-error" role="alert">
          {say('notSaved')} <Localized value={refusal.fields['quantity'] ?? refusal.text} page={locale} />
        </p>
      ) : null}
      {answer?.capped || (isCapped && !answer) ? (
        <output className="small">
          {say('notice-quantity-reduced', { count: answer?.capped?.quantity ?? line.quantity })}
        </output>
      ) : null}
    </fetcher.Form>
  );
}
