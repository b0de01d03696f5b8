import { Module } from '@nestjs/common';
import { Database, type EntityManager } from '@tiwizi/persistence';
import type { Locale } from '@tiwizi/i18n';
import { PaymentDesk, type PaymentState, type PaymentToOpen } from '../domain/payment-desk.js';

/** Stands in for payments, which calls orders and is tested on its own: remembers what it was asked, in as many statements. */
export class RecordingPaymentDesk extends PaymentDesk {
  readonly opened = new Map<string, PaymentToOpen>();
  readonly started: string[] = [];

  constructor(private readonly database: Database) {
    super();
  }

  async open(tx: EntityManager, payment: PaymentToOpen): Promise<void> {
    await tx.query('select 1');
    this.opened.set(payment.orderId, payment);
  }

  async start(orderId: string, _locale: Locale): Promise<PaymentState> {
    this.started.push(orderId);
    const nextAction = { type: 'redirect' as const, url: 'https://pay.example.test/' };
    return { ...(await this.state(orderId)), status: 'requires_action', nextAction };
  }

  async state(orderId: string): Promise<PaymentState> {
    await this.database.query('select 1');
    const payment = this.opened.get(orderId);
    return {
      id: orderId,
      method: payment?.method ?? 'cash-on-delivery',
      status: 'created',
      amount: payment?.amount ?? { amount: 0, currency: 'MAD' },
      nextAction: null,
      declineCode: null,
      canRetry: false,
    };
  }
}

@Module({
  providers: [
    {
      provide: PaymentDesk,
      inject: [Database],
      useFactory: (database: Database) => new RecordingPaymentDesk(database),
    },
  ],
})
export class RecordingPaymentsModule {}
