import {
  AvailabilityChangedV1,
  CooperativeChangedV1,
  ProductPublishedV1,
  ProductWithdrawnV1,
  type PayloadOf,
} from '@tiwizi/contracts';
import { EventConsumer, type EffectHandler } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { idsOfCooperative } from '../persistence/products-on-show.query.js';
import { IndexProducts } from './index-products.js';

/** Whatever an event says, the document is written as PostgreSQL has it now: late and repeated events do no harm. */
@EventConsumer()
export class IndexPublishedProduct implements EffectHandler<typeof ProductPublishedV1> {
  readonly name = 'search/index-published-product';
  readonly event = ProductPublishedV1;

  constructor(private readonly indexProducts: IndexProducts) {}

  perform({ productId }: PayloadOf<typeof ProductPublishedV1>): Promise<void> {
    return this.indexProducts.execute([productId]);
  }
}

@EventConsumer()
export class RemoveWithdrawnProduct implements EffectHandler<typeof ProductWithdrawnV1> {
  readonly name = 'search/remove-withdrawn-product';
  readonly event = ProductWithdrawnV1;

  constructor(private readonly indexProducts: IndexProducts) {}

  perform({ productId }: PayloadOf<typeof ProductWithdrawnV1>): Promise<void> {
    return this.indexProducts.execute([productId]);
  }
}

@EventConsumer()
export class IndexAvailability implements EffectHandler<typeof AvailabilityChangedV1> {
  readonly name = 'search/index-availability';
  readonly event = AvailabilityChangedV1;

  constructor(private readonly indexProducts: IndexProducts) {}

  perform({ productIds }: PayloadOf<typeof AvailabilityChangedV1>): Promise<void> {
    return this.indexProducts.execute(productIds);
  }
}

/** Its name, its region, its labels and its right to sell stand in every one of its products. */
@EventConsumer()
export class IndexCooperative implements EffectHandler<typeof CooperativeChangedV1> {
  readonly name = 'search/index-cooperative';
  readonly event = CooperativeChangedV1;

  constructor(
    private readonly database: Database,
    private readonly indexProducts: IndexProducts,
  ) {}

  async perform({ cooperativeId, slug }: PayloadOf<typeof CooperativeChangedV1>): Promise<void> {
    const stretch = 1000;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.named<{ id: string }>(idsOfCooperative, [cooperativeId, after, stretch, slug]);
      await this.indexProducts.execute(rows.map(({ id }) => id));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < stretch) return;
    }
  }
}
