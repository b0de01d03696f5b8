import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import { StockAssertion } from '../domain/stock-errors.js';
import { restockStock } from '../persistence/stock.statements.js';
import { Availability } from './announce-availability.js';
import type { StockLine } from './reserve-stock.js';

@Injectable()
export class Restock {
  constructor(private readonly availability: Availability) {}

  /** Brings sold goods back, once per order, variant and cause; never more of them than were sold. */
  async execute(tx: EntityManager, orderId: string, lines: readonly StockLine[], cause: string): Promise<void> {
    const [outcome] = await tx.query<{ productIds: string[]; isTooMuch: boolean }[]>(restockStock, [
      orderId,
      cause,
      lines.map(({ variantId }) => variantId),
      lines.map(({ quantity }) => quantity),
    ]);
    if (outcome?.isTooMuch) throw new StockAssertion(`more comes back than order ${orderId} has sold`);
    await this.availability.announce(tx, outcome?.productIds ?? []);
  }
}
