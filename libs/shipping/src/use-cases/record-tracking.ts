import { Injectable } from '@nestjs/common';
import type { Money } from '@tiwizi/contracts';
import { Database } from '@tiwizi/persistence';
import { ShipmentNotFound } from '../domain/shipment-errors.js';
import type { ShipmentStatus } from '../domain/shipment-status.js';
import { Shipment } from '../domain/shipment.js';
import { ShipmentJournal, stepOf } from './shipment-journal.js';

@Injectable()
export class RecordTracking {
  constructor(
    private readonly database: Database,
    private readonly journal: ShipmentJournal,
  ) {}

  /** What a person read from the carrier. Told twice, it happens once. */
  async execute(actor: string, shipmentId: string, status: ShipmentStatus, cashCollected: Money | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const shipment = await tx.findOne(Shipment, { where: { id: shipmentId }, lock: { mode: 'pessimistic_write' } });
      if (!shipment) throw new ShipmentNotFound();
      const previous = shipment.status;
      if (previous === status && (cashCollected?.amount ?? null) === shipment.cashCollectedAmount) return;
      shipment.moveTo(status, cashCollected, new Date());
      await tx.save(shipment);
      await this.journal.note(tx, stepOf(shipment, previous), actor);
    });
  }
}
