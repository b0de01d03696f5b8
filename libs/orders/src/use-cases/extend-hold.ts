import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { type EntityManager } from '@tiwizi/persistence';

const extendOnce = `
  with extended as (
    update orders."order" set expires_at = placed_at + interval '45 minutes'
    where id = $1 and status = 'placed' and payment_method = 'card' and expires_at < placed_at + interval '45 minutes'
    returning expires_at
  )
  select expires_at from extended`;

@Injectable()
export class ExtendHold {
  constructor(private readonly catalog: CatalogApi) {}

  /** While 3-D Secure runs, the goods wait once until 45 minutes after the order was placed. Null: no longer. */
  async execute(tx: EntityManager, orderId: string): Promise<Date | null> {
    const rows: { expires_at: Date }[] = await tx.query(extendOnce, [orderId]);
    const until = rows[0]?.expires_at ?? null;
    if (until) await this.catalog.extendReservation(tx, orderId, until);
    return until;
  }
}
