import { Controller } from '@nestjs/common';
import { ListShipments, RecordTracking as RecordTrackingEndpoint, type ResponseOf } from '@tiwizi/contracts';
import { actorOf, CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { ListShipmentsQuery } from '../use-cases/list-shipments.query.js';
import { RecordTracking } from '../use-cases/record-tracking.js';

@Controller()
export class ShipmentsController {
  constructor(
    private readonly shipments: ListShipmentsQuery,
    private readonly record: RecordTracking,
  ) {}

  @Route(ListShipments)
  list(
    @Input() { query }: InputOf<typeof ListShipments>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof ListShipments>> {
    return this.shipments.execute(query, caller.locale);
  }

  @Route(RecordTrackingEndpoint)
  async recordTracking(
    @Input() { params, body }: InputOf<typeof RecordTrackingEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof RecordTrackingEndpoint>> {
    await this.record.execute(actorOf(caller), params.id, body.status, body.cashCollected ?? null);
    return {};
  }
}
