import type { PaymentState } from '@tiwizi/orders';
import type { Locale } from '@tiwizi/i18n';
import { mostDeclines, type Payment } from './payment.js';

/** Where the buyer may enter a card for this payment; null where there is no such page. */
export type CardPage = (payment: Payment, locale: Locale) => string | null;

/** What the buyer sees of a payment. A declined try is shown as failed although the payment itself goes on. */
export function paymentState(payment: Payment, locale: Locale, cardPage: CardPage): PaymentState {
  const isDeclined = payment.status === 'requires_action' && payment.declineCode !== null;
  return {
    id: payment.id,
    method: payment.method,
    status: isDeclined ? 'failed' : payment.status,
    amount: { amount: payment.amount, currency: payment.currency },
    nextAction: isDeclined ? null : nextAction(payment, locale, cardPage),
    declineCode: payment.declineCode,
    canRetry: canRetry(payment),
  };
}

function nextAction(payment: Payment, locale: Locale, cardPage: CardPage): PaymentState['nextAction'] {
  if (payment.status === 'requires_action' && !payment.goal) {
    const url = cardPage(payment, locale);
    return url ? { type: 'redirect', url } : null;
  }
  if (payment.status === 'created' && payment.transferReference) {
    const amount = { amount: payment.amount, currency: payment.currency };
    return { type: 'transfer', reference: payment.transferReference, amount };
  }
  return null;
}

/** While an answer is in doubt nobody pays again; after too many declines, not by card. */
function canRetry({ method, status, goal, declineCount }: Payment): boolean {
  const isOpen = status === 'created' || status === 'requires_action' || status === 'failed';
  return method === 'card' && isOpen && !goal && declineCount < mostDeclines;
}
