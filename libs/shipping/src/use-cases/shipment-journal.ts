import { Injectable } from '@nestjs/common';
import { ShipmentChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, newId, type EntityManager } from '@tiwizi/persistence';
import type { ShipmentStatus } from '../domain/shipment-status.js';
import type { Shipment } from '../domain/shipment.js';

/** One arrow a parcel took, as the others are told of it. */
export type ShipmentStep = PayloadOf<typeof ShipmentChangedV1> & { previous: ShipmentStatus };

export const stepOf = (shipment: Shipment, previous: ShipmentStatus): ShipmentStep => ({
  shipmentId: shipment.id,
  subOrderId: shipment.subOrderId,
  courierId: shipment.courierId,
  trackingNumber: shipment.trackingNumber,
  status: shipment.status,
  at: shipment.changedAt.toISOString(),
  cashCollected: shipment.cashCollected,
  previous,
});

/** Every step leaves the same traces: a tracking line, a journal row, and word to the other contexts. */
@Injectable()
export class ShipmentJournal {
  constructor(
    private readonly audit: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async note(tx: EntityManager, step: ShipmentStep, actor: string): Promise<void> {
    const { previous, ...told } = step;
    await this.write(tx, step, actor);
    await this.outbox.publish(tx, ShipmentChangedV1, told);
    await this.audit.record(tx, {
      action: 'shipping.shipment-moved',
      subject: `shipment:${step.shipmentId}`,
      actor,
      details: { previous, status: step.status },
    });
  }

  /** The hand-over is the sub-order's own step: whoever made it tells of it. */
  async noteHandOver(tx: EntityManager, shipment: Shipment): Promise<void> {
    await this.write(tx, stepOf(shipment, 'created'), 'system');
  }

  private async write(tx: EntityManager, step: ShipmentStep, actor: string): Promise<void> {
    await tx.query(
      `insert into shipping.tracking_event (id, shipment_id, previous, status, actor, at) values ($1, $2, $3, $4, $5, $6)`,
      [newId(), step.shipmentId, step.previous, step.status, actor, step.at],
    );
  }
}
