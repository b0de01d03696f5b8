import { Injectable } from '@nestjs/common';
import { ShipmentStatus as ShipmentStatusSchema, type Money } from '@tiwizi/contracts';
import { DomainError } from '@tiwizi/errors';
import { ProcessLog } from '@tiwizi/events';
import { Database, lock, type EntityManager } from '@tiwizi/persistence';
import { createHash } from 'node:crypto';
import { onSiteId } from '../domain/on-site.js';
import { stepsTo, type ShipmentStatus } from '../domain/shipment-status.js';
import { Shipment } from '../domain/shipment.js';
import { ShipmentJournal, stepOf, type ShipmentStep } from './shipment-journal.js';

export interface CarrierEvent {
  eventId: string;
  trackingNumber: string;
  status: string;
  cashCollected?: Money | undefined;
}

/** What became of a message; only `applied` moved a parcel. The others wait for a person, in the table and the log. */
type Outcome = 'applied' | 'seen-before' | 'conflicting' | 'unknown-parcel' | 'unknown-status' | 'late' | 'refused';

@Injectable()
export class ReceiveCarrierEvent {
  constructor(
    private readonly database: Database,
    private readonly journal: ShipmentJournal,
    private readonly log: ProcessLog,
  ) {}

  /** Kept whatever it says, applied once. The carrier is always thanked: sending again would not make it truer. */
  async execute(event: CarrierEvent, rawBody: Buffer): Promise<Outcome> {
    const bodyHash = createHash('sha256').update(rawBody).digest();
    const outcome = await this.database.transaction(async (tx) => {
      await lock(tx, `shipping/carrier-event/${event.eventId}`);
      const before = await this.sameEvent(tx, event, bodyHash);
      if (before === 'seen-before') return before;
      const reached = before ?? (await this.apply(tx, event));
      await tx.query(
        `insert into shipping.carrier_event (event_id, body_hash, tracking_number, status, outcome)
         values ($1, $2, $3, $4, $5)`,
        [event.eventId, bodyHash, event.trackingNumber, event.status, reached],
      );
      return reached;
    });
    const line = { eventId: event.eventId, trackingNumber: event.trackingNumber, status: event.status, outcome };
    if (outcome === 'conflicting') this.log.error(line, 'a carrier event came again with other content');
    else if (outcome !== 'applied' && outcome !== 'seen-before') this.log.warn(line, 'a carrier event moved no parcel');
    return outcome;
  }

  private async sameEvent(
    tx: EntityManager,
    { eventId }: CarrierEvent,
    bodyHash: Buffer,
  ): Promise<'seen-before' | 'conflicting' | null> {
    const known: { isSame: boolean }[] = await tx.query(
      `select body_hash = $2 as "isSame" from shipping.carrier_event where event_id = $1`,
      [eventId, bodyHash],
    );
    if (!known.length) return null;
    return known.some(({ isSame }) => isSame) ? 'seen-before' : 'conflicting';
  }

  private async apply(tx: EntityManager, event: CarrierEvent): Promise<Outcome> {
    const status = ShipmentStatusSchema.safeParse(event.status);
    if (!status.success) return 'unknown-status';
    const shipment = await tx.findOne(Shipment, {
      where: { trackingNumber: event.trackingNumber },
      lock: { mode: 'pessimistic_write' },
    });
    // What is had on site is in no carrier's hands.
    if (!shipment || shipment.courierId === onSiteId) return 'unknown-parcel';
    const steps = stepsTo(shipment.status, status.data, shipment.failedAttempts);
    if (!steps.length) return 'late';
    return this.walk(tx, shipment, steps, event.cashCollected ?? null);
  }

  /** All steps or none: a refused delivery (its cash differs) leaves the parcel where it was. */
  private async walk(
    tx: EntityManager,
    shipment: Shipment,
    statuses: readonly ShipmentStatus[],
    cashCollected: Money | null,
  ): Promise<Outcome> {
    const last = statuses.at(-1);
    const steps: ShipmentStep[] = [];
    const now = new Date();
    try {
      for (const status of statuses) {
        const previous = shipment.status;
        shipment.moveTo(status, status === last ? cashCollected : null, now);
        steps.push(stepOf(shipment, previous));
      }
    } catch (error) {
      if (error instanceof DomainError) return 'refused';
      throw error;
    }
    await tx.save(shipment);
    for (const step of steps) await this.journal.note(tx, step, step.status === last ? 'carrier' : 'carrier/implied');
    return 'applied';
  }
}
