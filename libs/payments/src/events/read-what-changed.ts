import { ProviderEventReceivedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, ProcessLog, type EffectHandler } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { PaymentBook } from '../persistence/payment-book.js';
import { ReadRefund } from '../use-cases/read-refund.js';
import { SettleCardPayment } from '../use-cases/settle-card-payment.js';

interface Message {
  type: string;
  payment_id: string | null;
  intent_id: string | null;
  provider_refund_id: string | null;
}

/** A message says that something happened; what, is read from the provider. Messages we know nothing of are kept only. */
@EventConsumer()
export class ReadWhatChanged implements EffectHandler<typeof ProviderEventReceivedV1> {
  readonly name = 'payments/read-what-changed';
  readonly event = ProviderEventReceivedV1;

  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly settling: SettleCardPayment,
    private readonly refunds: ReadRefund,
    private readonly log: ProcessLog,
  ) {}

  async perform({ inboxId }: PayloadOf<typeof ProviderEventReceivedV1>): Promise<void> {
    const [message] = await this.database.query<Message>(
      'select type, payment_id, intent_id, provider_refund_id from payments.provider_event where id = $1',
      [inboxId],
    );
    if (!message) return;
    if (message.provider_refund_id) await this.refunds.execute(message.provider_refund_id);
    const payment = message.intent_id
      ? ((await this.book.findByIntent(message.intent_id)) ??
        (message.payment_id && (await this.book.find(message.payment_id))))
      : null;
    if (payment) await this.settling.execute(payment.id);
    else if (message.intent_id) this.log.warn({ ...message }, 'the provider tells of a payment that is not ours');
  }
}
