import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import { NotForSale, OutOfStock } from '../domain/stock-errors.js';
import { reserveStock } from '../persistence/stock.statements.js';
import { Availability } from './announce-availability.js';

export interface StockLine {
  variantId: string;
  quantity: number;
}

interface Outcome {
  isKnown: boolean;
  goneIds: string[];
  shortIds: string[];
  productIds: string[];
}

@Injectable()
export class ReserveStock {
  constructor(private readonly availability: Availability) {}

  /** Holds all lines for this order until then, or none of them. Asked again for the same order, holds nothing more. */
  async execute(tx: EntityManager, orderId: string, expiresAt: Date, lines: readonly StockLine[]): Promise<void> {
    const [outcome] = await tx.query<Outcome[]>(reserveStock, [
      orderId,
      expiresAt,
      lines.map(({ variantId }) => variantId),
      lines.map(({ quantity }) => quantity),
    ]);
    if (!outcome || outcome.isKnown) return;
    if (outcome.goneIds.length) throw new NotForSale(outcome.goneIds);
    if (outcome.shortIds.length) throw new OutOfStock(outcome.shortIds);
    await this.availability.announce(tx, outcome.productIds);
  }
}
