import type Stripe from 'stripe';
import { testCards } from '../payments/test-cards.js';
import { inFours, type CardForm } from './card-form.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import { amountText } from './money.js';
import type { Translator } from './texts.js';

export interface Visit {
  intent: Stripe.PaymentIntent;
  returnUrl: string | undefined;
  t: Translator;
}

export function paymentPage(visit: Visit, form: CardForm): string {
  const { intent, t } = visit;
  const amount = amountText(intent.amount, intent.currency, t.locale);
  const body = html` ${alertOf(visit, form)}
    <div class="columns">
      <form class="sheet" method="post" action="/pay/${intent.id}" novalidate>
        ${hiddenFields(visit)}
        <div>
          <p class="hint">${t.text('amount')}</p>
          <p class="price">${amount}</p>
        </div>
        ${field(t, { name: 'number', label: 'card_number', autocomplete: 'cc-number' }, form)}
        <div class="pair">
          ${field(t, { name: 'expiry', label: 'expiry', hint: 'expiry_hint', autocomplete: 'cc-exp' }, form)}
          ${field(t, { name: 'cvc', label: 'cvc', hint: 'cvc_hint', autocomplete: 'cc-csc' }, form)}
        </div>
        <button class="action">${t.text('pay', { amount })}</button>
        ${visit.returnUrl && html`<a href="${returnAddress(visit, 'failed')}">${t.text('leave')}</a>`}
      </form>
      <section class="sheet" aria-labelledby="test-cards">
        <h2 id="test-cards">${t.text('test_cards')}</h2>
        <p class="hint">${t.text('test_cards_hint')}</p>
        <form method="get" action="/pay/${intent.id}">
          ${hiddenFields(visit)}
          <ul class="cards">
            ${testCards.map(
              (card) =>
                html`<li>
                  <button name="card" value="${card.number}">
                    ${t.text(`card.${card.name}`)} <bdi class="number" dir="ltr">${inFours(card.number)}</bdi>
                  </button>
                </li>`,
            )}
          </ul>
        </form>
      </section>
    </div>`;
  return layout(t, 'title', body);
}

interface FieldShape {
  name: 'number' | 'expiry' | 'cvc';
  label: string;
  hint?: string;
  autocomplete: string;
}

function field(t: Translator, { name, label, hint, autocomplete }: FieldShape, form: CardForm): Html {
  const error = form.errors[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const isFirstError = error && Object.keys(form.errors)[0] === name;
  return html`<div class="field">
    <label for="${name}">${t.text(label)}</label>
    ${hint && html`<span class="hint" id="${name}-hint">${t.text(hint)}</span>`}
    <input
      id="${name}"
      name="${name}"
      value="${form[name]}"
      inputmode="${name === 'expiry' ? 'text' : 'numeric'}"
      autocomplete="${autocomplete}"
      dir="ltr"
      required${
        described ? html` aria-describedby="${described}"` : ''
      }${error ? html` aria-invalid="true"` : ''}${isFirstError ? html` autofocus` : ''}
    />
    ${error && html`<span class="error" id="${name}-error">${t.text(error)}</span>`}
  </div>`;
}

/** Fields to correct come first; otherwise what the bank said to the last attempt. */
function alertOf({ intent, t }: Visit, form: CardForm): Html | undefined {
  if (Object.keys(form.errors).length > 0) {
    return html`<div class="alert" role="alert"><h2>${t.text('error.check_form')}</h2></div>`;
  }
  const failure = intent.last_payment_error;
  if (!failure) return undefined;
  const key =
    [failure.decline_code, failure.code].map((code) => `error.${code}`).find((candidate) => t.has(candidate)) ??
    'error.generic_decline';
  return html`<div class="alert" role="alert" tabindex="-1" autofocus>
    <h2>${t.text('error.title')}</h2>
    <p>${t.text(key)}</p>
    <p>${t.text('error.retry')}</p>
  </div>`;
}

export function authenticationPage({ intent, t }: Visit, last4: string): string {
  const amount = amountText(intent.amount, intent.currency, t.locale);
  return layout(
    t,
    'authentication.title',
    html`<form class="sheet narrow" method="post" action="/3ds/${intent.id}">
      <input type="hidden" name="client_secret" value="${intent.client_secret ?? ''}" />
      <input type="hidden" name="locale" value="${t.locale}" />
      <p>${t.text('authentication.text', { amount, last4 })}</p>
      <button class="action" name="decision" value="approve">${t.text('authentication.approve')}</button>
      <button class="quiet" name="decision" value="refuse">${t.text('authentication.refuse')}</button>
    </form>`,
  );
}

/** For a buyer who comes back to a payment that needs nothing more. */
export function finishedPage(visit: Visit): string {
  const isPaid = isSuccess(visit.intent);
  return layout(
    visit.t,
    isPaid ? 'done.title' : 'canceled.title',
    html`${visit.returnUrl && html`<p><a href="${returnAddress(visit, isPaid ? 'succeeded' : 'failed')}">${visit.t.text('continue')}</a></p>`}`,
  );
}

export function notFoundPage(t: Translator): string {
  return layout(t, 'not_found.title', html`<p>${t.text('not_found.text')}</p>`);
}

export function isSuccess(intent: Stripe.PaymentIntent): boolean {
  return ['succeeded', 'requires_capture', 'processing'].includes(intent.status);
}

/** Where the shop takes over; it must read the payment itself, these words prove nothing. */
export function returnAddress({ intent, returnUrl }: Visit, status: 'succeeded' | 'failed'): string {
  const address = new URL(returnUrl ?? '');
  address.searchParams.set('payment_intent', intent.id);
  address.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  address.searchParams.set('redirect_status', status);
  return address.href;
}

function hiddenFields({ intent, returnUrl, t }: Visit): Html {
  return html`<input type="hidden" name="client_secret" value="${intent.client_secret ?? ''}" />
    <input type="hidden" name="return_url" value="${returnUrl ?? ''}" />
    <input type="hidden" name="locale" value="${t.locale}" />`;
}
