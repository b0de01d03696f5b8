import { ProviderActionDueV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EffectHandler } from '@tiwizi/events';
import { ExecuteRefund } from '../use-cases/execute-refund.js';
import { SettleCardPayment } from '../use-cases/settle-card-payment.js';

/** What was decided in a transaction is asked of the provider after it. */
@EventConsumer()
export class DoProviderAction implements EffectHandler<typeof ProviderActionDueV1> {
  readonly name = 'payments/do-provider-action';
  readonly event = ProviderActionDueV1;

  constructor(
    private readonly settling: SettleCardPayment,
    private readonly refunding: ExecuteRefund,
  ) {}

  async perform({ paymentId, action, refundId }: PayloadOf<typeof ProviderActionDueV1>): Promise<void> {
    if (action === 'refund' && refundId) await this.refunding.execute(refundId);
    else await this.settling.execute(paymentId);
  }
}
