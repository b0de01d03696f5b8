import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { Refund } from '../domain/refund.js';
import { CardProvider } from '../provider/card-provider.js';
import { RecordRefund } from './record-refund.js';

/** A message told of a refund: what became of it is read from the provider. Refunds that are not ours are left alone. */
@Injectable()
export class ReadRefund {
  constructor(
    private readonly database: Database,
    private readonly provider: CardProvider,
    private readonly recording: RecordRefund,
  ) {}

  async execute(providerRefundId: string): Promise<void> {
    const fact = await this.provider.readRefund(providerRefundId);
    if (!fact.refundId) return;
    const refund = await this.database.dataSource.manager.findOneBy(Refund, { id: fact.refundId });
    if (refund) await this.recording.execute({ paymentId: refund.paymentId, refundId: refund.id }, fact);
  }
}
