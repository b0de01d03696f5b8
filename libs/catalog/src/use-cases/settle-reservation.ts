import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import { ReservationEnded } from '../domain/stock-errors.js';
import { consumeStock, extendReservation, releaseStock } from '../persistence/stock.statements.js';
import { Availability } from './announce-availability.js';

/** The three ends of a hold (S8), and its one extension. Each command, repeated, changes nothing. */
@Injectable()
export class SettleReservation {
  constructor(private readonly availability: Availability) {}

  async extend(tx: EntityManager, orderId: string, until: Date): Promise<void> {
    await tx.query(extendReservation, [orderId, until]);
  }

  async consume(tx: EntityManager, orderId: string): Promise<void> {
    const [outcome] = await tx.query<{ isHeld: boolean }[]>(consumeStock, [orderId]);
    // Goods given back may be somebody else's by now: whoever is late reserves again first.
    if (!outcome?.isHeld) throw new ReservationEnded(orderId);
  }

  async release(
    tx: EntityManager,
    orderId: string,
    outcome: 'released' | 'expired',
    variantIds?: readonly string[],
  ): Promise<void> {
    const [freed] = await tx.query<{ productIds: string[] }[]>(releaseStock, [orderId, outcome, variantIds ?? null]);
    await this.availability.announce(tx, freed?.productIds ?? []);
  }
}
