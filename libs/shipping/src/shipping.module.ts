import { Module } from '@nestjs/common';
import { CarrierWebhookController } from './http/carrier-webhook.controller.js';
import { ShipmentsController } from './http/shipments.controller.js';
import { NameShipments } from './persistence/name-shipments.js';
import { TariffStore } from './persistence/tariff-store.js';
import { ShippingApi } from './shipping.api.js';
import { ListShipmentsQuery } from './use-cases/list-shipments.query.js';
import { OpenShipment } from './use-cases/open-shipment.js';
import { QuoteDelivery } from './use-cases/quote-delivery.js';
import { ReceiveCarrierEvent } from './use-cases/receive-carrier-event.js';
import { RecordTracking } from './use-cases/record-tracking.js';
import { ShipmentJournal } from './use-cases/shipment-journal.js';

@Module({
  controllers: [ShipmentsController, CarrierWebhookController],
  providers: [
    ShippingApi,
    TariffStore,
    NameShipments,
    QuoteDelivery,
    OpenShipment,
    RecordTracking,
    ReceiveCarrierEvent,
    ListShipmentsQuery,
    ShipmentJournal,
  ],
  exports: [ShippingApi],
})
export class ShippingModule {}
