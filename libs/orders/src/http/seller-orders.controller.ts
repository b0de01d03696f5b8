import { Controller } from '@nestjs/common';
import {
  AcceptSubOrder as AcceptSubOrderEndpoint,
  HandOver as HandOverEndpoint,
  ListSellerOrders,
  MarkReady as MarkReadyEndpoint,
  RejectSubOrder as RejectSubOrderEndpoint,
  ShowSellerOrder,
  type ResponseOf,
  type SellerOrder,
} from '@tiwizi/contracts';
import { CallerParam, Input, requireMember, Route, type Caller, type InputOf } from '@tiwizi/http';
import { AcceptSubOrder, type SellerGesture } from '../use-cases/accept-sub-order.js';
import { HandOver } from '../use-cases/hand-over.js';
import { MarkReady } from '../use-cases/mark-ready.js';
import { RejectSubOrder } from '../use-cases/reject-sub-order.js';
import { SellerOrders } from '../use-cases/seller-orders.query.js';
import { presentSellerOrder } from './order.presenter.js';

@Controller()
export class SellerOrdersController {
  constructor(
    private readonly orders: SellerOrders,
    private readonly acceptSubOrder: AcceptSubOrder,
    private readonly rejectSubOrder: RejectSubOrder,
    private readonly markReady: MarkReady,
    private readonly handOver: HandOver,
  ) {}

  @Route(ListSellerOrders)
  async list(
    @CallerParam() caller: Caller,
    @Input() { params, query }: InputOf<typeof ListSellerOrders>,
  ): Promise<ResponseOf<typeof ListSellerOrders>> {
    requireMember(caller, params.coopId);
    const page = await this.orders.list(params.coopId, query.group, query.limit ?? 20, query.cursor);
    return { ...page, items: page.items.map((row) => presentSellerOrder(row, caller.locale)) };
  }

  @Route(ShowSellerOrder)
  async show(@CallerParam() caller: Caller, @Input() { params }: InputOf<typeof ShowSellerOrder>) {
    return this.view(caller, gestureOf(caller, params));
  }

  @Route(AcceptSubOrderEndpoint)
  async accept(@CallerParam() caller: Caller, @Input() { params }: InputOf<typeof AcceptSubOrderEndpoint>) {
    const gesture = gestureOf(caller, params);
    await this.acceptSubOrder.execute(gesture);
    return this.view(caller, gesture);
  }

  @Route(RejectSubOrderEndpoint)
  async reject(@CallerParam() caller: Caller, @Input() { params, body }: InputOf<typeof RejectSubOrderEndpoint>) {
    const gesture = gestureOf(caller, params);
    await this.rejectSubOrder.execute(gesture, body);
    return this.view(caller, gesture);
  }

  @Route(MarkReadyEndpoint)
  async ready(@CallerParam() caller: Caller, @Input() { params }: InputOf<typeof MarkReadyEndpoint>) {
    const gesture = gestureOf(caller, params);
    await this.markReady.execute(gesture);
    return this.view(caller, gesture);
  }

  @Route(HandOverEndpoint)
  async ship(@CallerParam() caller: Caller, @Input() { params, body }: InputOf<typeof HandOverEndpoint>) {
    const gesture = gestureOf(caller, params);
    await this.handOver.execute(gesture, body.trackingNumber);
    return this.view(caller, gesture);
  }

  private async view({ locale }: Caller, { cooperativeId, subOrderId }: SellerGesture): Promise<SellerOrder> {
    return presentSellerOrder(await this.orders.show(cooperativeId, subOrderId), locale);
  }
}

function gestureOf(caller: Caller, { coopId, id }: { coopId: string; id: string }): SellerGesture {
  return { cooperativeId: coopId, subOrderId: id, actor: requireMember(caller, coopId).accountId };
}
