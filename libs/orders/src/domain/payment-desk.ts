import type { Money, PaymentMethod, PaymentState as PaymentStateSchema } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { EntityManager } from '@tiwizi/persistence';
import type { z } from 'zod';

export type PaymentState = z.infer<typeof PaymentStateSchema>;

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly locale: Locale;
  /** Opens the order's page without an account. */
  readonly token: string;
}

export interface PaymentToOpen {
  readonly orderId: string;
  readonly number: string;
  readonly method: PaymentMethod;
  readonly amount: Money;
  readonly contact: Contact;
}

/**
 * The port to whoever takes the money. Declared here and provided by payments, which orders does not know:
 * `moduleRef.get(PaymentDesk, { strict: false })`.
 */
export abstract class PaymentDesk {
  /** Inside place order's transaction: one insert. What it says of the new payment need not be read again. */
  abstract open(tx: EntityManager, payment: PaymentToOpen): Promise<PaymentState | void>;
  /** After the commit: a card asks its provider. What fails leaves a state that can be tried again, never an exception. */
  abstract start(orderId: string, locale: Locale): Promise<PaymentState>;
  abstract state(orderId: string): Promise<PaymentState>;
}
