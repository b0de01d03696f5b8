import { Injectable } from '@nestjs/common';
import { AvailabilityChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';

/** Copies of the catalogue hear of stock only when what buyers read about it may change: most sales cost nothing. */
@Injectable()
export class Availability {
  constructor(private readonly outbox: Outbox) {}

  async announce(tx: EntityManager, productIds: readonly string[]): Promise<void> {
    if (productIds.length) await this.outbox.publish(tx, AvailabilityChangedV1, { productIds: [...productIds] });
  }
}
