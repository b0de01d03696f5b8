import { Injectable } from '@nestjs/common';
import { ProviderEventReceivedV1 } from '@tiwizi/contracts';
import { Outbox, ProcessLog } from '@tiwizi/events';
import { Database, newId } from '@tiwizi/persistence';
import { z } from 'zod';
import { CardProvider, type ProviderMessage } from '../provider/card-provider.js';
import { suspiciousEvents } from '../payment-metrics.js';

/** A message of the provider goes into the inbox under its own id, and the worker reads what it is about. */
@Injectable()
export class ReceiveProviderEvent {
  constructor(
    private readonly database: Database,
    private readonly provider: CardProvider,
    private readonly outbox: Outbox,
    private readonly log: ProcessLog,
  ) {}

  async execute(message: ProviderMessage): Promise<void> {
    const isNew = await this.database.transaction(async (tx) => {
      const inboxId = newId();
      const paymentId = z.uuid().safeParse(message.paymentId).data ?? null;
      const rows: unknown[] = await tx.query(
        `insert into payments.provider_event
           (id, provider, event_id, type, payment_id, intent_id, provider_refund_id, content_hash, body)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (provider, event_id) do nothing returning 1`,
        [
          inboxId,
          this.provider.name,
          message.eventId,
          message.type,
          paymentId,
          message.intentId,
          message.providerRefundId,
          message.contentHash,
          message.body,
        ],
      );
      if (rows.length) await this.outbox.publish(tx, ProviderEventReceivedV1, { inboxId, paymentId });
      return rows.length > 0;
    });
    if (!isNew) await this.compare(message);
  }

  /** The same id must say the same. If not, somebody else writes in the provider's name. */
  private async compare({ eventId, contentHash, body }: ProviderMessage): Promise<void> {
    const other = await this.database.query(
      `insert into payments.suspicious_event (id, provider, event_id, content_hash, body)
       select $1, provider, event_id, $3, $4 from payments.provider_event
       where provider = $5 and event_id = $2 and content_hash <> $3
       on conflict do nothing returning 1`,
      [newId(), eventId, contentHash, body, this.provider.name],
    );
    if (!other.length) return;
    suspiciousEvents.inc();
    this.log.error({ eventId }, 'a known event came with other content: kept apart, without effect');
  }
}
