import type { Locale } from '@tiwizi/i18n';
import type { Money } from '@tiwizi/contracts';

/** What the provider says of a payment, in our words. */
export type CardFact =
  /** `isAuthenticating` while the buyer's bank asks for proof (3-D Secure). */
  | { status: 'requires_action'; isAuthenticating: boolean; decline: Decline | null }
  | { status: 'processing' }
  | { status: 'authorized'; captureBefore: Date | null }
  | { status: 'captured'; amount: number; at: Date }
  | { status: 'canceled'; isByBank: boolean };

export interface Decline {
  /** One try of one card has one key, however often it is told. */
  attemptKey: string;
  code: string;
}

export interface CardIntent {
  intentId: string;
  clientSecret: string | null;
  /** Ours, given at creation. */
  paymentId: string | null;
  amount: Money;
  fact: CardFact;
}

export interface ProviderRefund {
  providerRefundId: string;
  refundId: string | null;
  intentId: string | null;
  amount: Money;
  status: 'pending' | 'succeeded' | 'failed';
}

export interface ProviderMessage {
  eventId: string;
  type: string;
  /** The payment or refund it is about, as far as the message says. */
  paymentId: string | null;
  intentId: string | null;
  providerRefundId: string | null;
  /** Covers what the message says, not how it was written down. */
  contentHash: Buffer;
  body: Buffer;
}

export interface NewIntent {
  paymentId: string;
  orderId: string;
  orderNumber: string;
  amount: Money;
}

/** Why a call gave no result: what is certain decides whether it may be asked again. */
export class ProviderFailure extends Error {
  constructor(
    /**
     * - `unreachable`: it was never heard; nothing has happened.
     * - `busy`: turned away (too many requests, same key under way); nothing has happened.
     * - `no-answer`: heard or not, nobody knows: read it back.
     * - `server-error`: failed at the provider and remembered under this key: read it back.
     * - `refused`: it will never work like this.
     */
    readonly outcome: 'unreachable' | 'busy' | 'no-answer' | 'server-error' | 'refused',
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`the card provider: ${outcome} (${reason})`, options);
  }

  get isDoubtful(): boolean {
    return this.outcome === 'no-answer' || this.outcome === 'server-error';
  }
}

/** The port to whoever takes cards. Every call that changes something carries a key made from our own id. */
export abstract class CardProvider {
  abstract readonly name: 'stripe';
  abstract create(intent: NewIntent): Promise<CardIntent>;
  abstract read(intentId: string): Promise<CardIntent>;
  /** Looks for the intent of a payment among those made since then: for answers that were lost. */
  abstract find(paymentId: string, since: Date): Promise<CardIntent | null>;
  abstract capture(paymentId: string, intentId: string, amount: Money): Promise<CardIntent>;
  abstract cancel(paymentId: string, intentId: string): Promise<CardIntent>;
  abstract refund(refundId: string, intentId: string, amount: Money): Promise<ProviderRefund>;
  abstract readRefund(providerRefundId: string): Promise<ProviderRefund>;
  abstract findRefund(refundId: string, intentId: string): Promise<ProviderRefund | null>;
  /** Null when the signature is missing, wrong or too old, or the message is of another mode (test, live). */
  abstract verifyEvent(body: Buffer, signature: string | undefined): ProviderMessage | null;
  abstract listSince(since: Date): Promise<ProviderMessage[]>;
  /** Where the buyer enters the card. */
  abstract paymentPage(intent: { intentId: string; clientSecret: string }, visit: PageVisit): string;
}

export interface PageVisit {
  returnUrl: string;
  locale: Locale;
}
