import { Controller } from '@nestjs/common';
import { ListMyOrders as ListMyOrdersEndpoint, type ResponseOf } from '@tiwizi/contracts';
import { CallerParam, Input, Route, signedIn, type Caller, type InputOf } from '@tiwizi/http';
import { ListMyOrders } from '../use-cases/list-my-orders.query.js';
import { instantText } from './order.presenter.js';

@Controller()
export class MyOrdersController {
  constructor(private readonly listMyOrders: ListMyOrders) {}

  @Route(ListMyOrdersEndpoint)
  async mine(
    @CallerParam() caller: Caller,
    @Input() { query }: InputOf<typeof ListMyOrdersEndpoint>,
  ): Promise<ResponseOf<typeof ListMyOrdersEndpoint>> {
    const { accountId } = signedIn(caller);
    const { items, nextCursor } = await this.listMyOrders.execute(accountId, query.limit ?? 20, query.cursor);
    return {
      items: items.map(({ number, status, placedAt, totalAmount, currency, parcelCount }) => ({
        number,
        status,
        placedAtText: instantText(placedAt, caller.locale),
        total: { amount: totalAmount, currency },
        parcelCount,
      })),
      nextCursor,
    };
  }
}
