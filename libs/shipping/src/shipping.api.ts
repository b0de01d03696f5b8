import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import { OpenShipment, type OpenedShipment, type ParcelToShip } from './use-cases/open-shipment.js';
import { QuoteDelivery, type ParcelToQuote, type Quote } from './use-cases/quote-delivery.js';

/** What delivery costs, and a parcel on its way. */
@Injectable()
export class ShippingApi {
  constructor(
    private readonly quoteDelivery: QuoteDelivery,
    private readonly opening: OpenShipment,
  ) {}

  /** For each parcel, in the order given, its ways of delivery, cheapest first. Refuses an unknown province. */
  quotes(parcels: readonly ParcelToQuote[], destinationProvinceId: string, at: Date): Promise<Quote[][]> {
    return this.quoteDelivery.execute(parcels, destinationProvinceId, at);
  }

  openShipment(tx: EntityManager, parcel: ParcelToShip): Promise<OpenedShipment> {
    return this.opening.execute(tx, parcel);
  }
}
