import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@tiwizi/errors';
import { lock, newId, type EntityManager } from '@tiwizi/persistence';
import { onSiteId } from '../domain/on-site.js';
import { Shipment, type NewShipment } from '../domain/shipment.js';
import { TrackingNumberTaken } from '../domain/shipment-errors.js';
import { drawTrackingNumber, normalizeTrackingNumber } from '../domain/tracking-number.js';
import { ShipmentJournal } from './shipment-journal.js';

export type ParcelToShip = Omit<NewShipment, 'id' | 'courierId' | 'trackingNumber'> & {
  /** The carrier's own number, when its label already carries one. */
  trackingNumber?: string | undefined;
  /** A service: nothing is given to a carrier, and the cash is paid to the cooperative. */
  isOnSite?: boolean | undefined;
};

export interface OpenedShipment {
  shipmentId: string;
  trackingNumber: string;
  courierId: string;
}

/** Barid Al-Maghrib's parcels, which collect cash; a second carrier becomes a dated column of the tariff. */
const courierId = 'amana';

@Injectable()
export class OpenShipment {
  constructor(private readonly journal: ShipmentJournal) {}

  /** In the caller's transaction. A sub-order has one shipment: asked twice, answers with the same one. */
  async execute(tx: EntityManager, { trackingNumber: typed, ...parcel }: ParcelToShip): Promise<OpenedShipment> {
    await lock(tx, `shipping/sub-order/${parcel.subOrderId}`);
    const known = await tx.findOneBy(Shipment, { subOrderId: parcel.subOrderId });
    const shipment = known ?? (await this.open(tx, parcel, typed));
    return { shipmentId: shipment.id, trackingNumber: shipment.trackingNumber, courierId: shipment.courierId };
  }

  private async open(
    tx: EntityManager,
    { isOnSite, ...parcel }: Omit<ParcelToShip, 'trackingNumber'>,
    typed: string | undefined,
  ): Promise<Shipment> {
    const trackingNumber = typed ? await this.claim(tx, typed) : await this.draw(tx);
    const carrier = isOnSite ? onSiteId : courierId;
    const shipment = Shipment.handOver({ ...parcel, id: newId(), courierId: carrier, trackingNumber }, new Date());
    await tx.insert(Shipment, shipment);
    await this.journal.noteHandOver(tx, shipment);
    return shipment;
  }

  private async claim(tx: EntityManager, typed: string): Promise<string> {
    const trackingNumber = normalizeTrackingNumber(typed);
    if (!trackingNumber) throw new InvalidInput([{ path: 'trackingNumber', code: 'validation/invalid-format' }]);
    if (!(await this.isFree(tx, trackingNumber))) throw new TrackingNumberTaken();
    return trackingNumber;
  }

  private async draw(tx: EntityManager): Promise<string> {
    for (;;) {
      const trackingNumber = drawTrackingNumber();
      if (await this.isFree(tx, trackingNumber)) return trackingNumber;
    }
  }

  /** Whoever asks for the same number meanwhile waits for us. */
  private async isFree(tx: EntityManager, trackingNumber: string): Promise<boolean> {
    await lock(tx, `shipping/tracking-number/${trackingNumber}`);
    return !(await tx.existsBy(Shipment, { trackingNumber }));
  }
}
