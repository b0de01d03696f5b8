import { Injectable } from '@nestjs/common';
import type { Money, PaymentMethod } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { nextCodeAt } from '../domain/code-pause.js';
import type { OrderStatus } from '../domain/order-status.js';
import type { PaymentState } from '../domain/payment-desk.js';
import { maskPhone } from '../domain/phone-mask.js';
import { PaymentCounter } from './payment-counter.js';

interface Paid {
  readonly id: string;
  readonly status: OrderStatus;
  readonly paymentMethod: PaymentMethod;
  readonly phone: string;
  readonly codeSentAt: string;
  readonly expiresAt: string;
}

interface Due {
  readonly dueAmount: number;
  readonly currency: Money['currency'];
}

/** How the payment stands, and what the buyer of a cash order must still do, which only orders knows. */
@Injectable()
export class ReadPayment {
  constructor(private readonly payments: PaymentCounter) {}

  /** For cash, the amount is what the courier will ask for: rejected parcels are left out. */
  async execute(order: Paid & Due): Promise<PaymentState> {
    const state = withNextAction(await this.payments.desk.state(order.id), order);
    if (order.paymentMethod !== 'cash-on-delivery') return state;
    return { ...state, amount: { amount: order.dueAmount, currency: order.currency } };
  }

  /** After an order is placed: a card is asked for at its provider. `opened` is what is known of the others. */
  async start(order: Paid, opened: PaymentState | null, locale: Locale): Promise<PaymentState> {
    const { desk } = this.payments;
    if (order.paymentMethod === 'card') return desk.start(order.id, locale);
    return withNextAction(opened ?? (await desk.state(order.id)), order);
  }
}

function withNextAction(state: PaymentState, order: Paid): PaymentState {
  if (order.status !== 'placed' || order.paymentMethod !== 'cash-on-delivery') return state;
  const nextAction = {
    type: 'confirm-phone' as const,
    phoneMasked: maskPhone(order.phone),
    expiresAt: order.expiresAt,
    resendAt: nextCodeAt(order.codeSentAt).toISOString(),
  };
  return { ...state, nextAction };
}
