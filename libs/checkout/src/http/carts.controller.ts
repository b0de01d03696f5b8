import { Controller } from '@nestjs/common';
import {
  AddLine as AddLineEndpoint,
  ChangeLine as ChangeLineEndpoint,
  DeliveryOptions,
  OpenCart as OpenCartEndpoint,
  RemoveLine as RemoveLineEndpoint,
  SetDelivery as SetDeliveryEndpoint,
  ShowCart as ShowCartEndpoint,
  type ResponseOf,
} from '@tiwizi/contracts';
import { CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { AddLine } from '../use-cases/add-line.js';
import { ChangeLine } from '../use-cases/change-line.js';
import { OpenCart } from '../use-cases/open-cart.js';
import { RemoveLine } from '../use-cases/remove-line.js';
import { SetDelivery } from '../use-cases/set-delivery.js';
import { ListDeliveryOptions } from '../use-cases/list-delivery-options.query.js';
import { ShowCart } from '../use-cases/show-cart.query.js';
import { presentCart, presentOptions } from './cart.presenter.js';

@Controller()
export class CartsController {
  constructor(
    private readonly openCart: OpenCart,
    private readonly showCart: ShowCart,
    private readonly addLine: AddLine,
    private readonly changeLine: ChangeLine,
    private readonly removeLine: RemoveLine,
    private readonly setDelivery: SetDelivery,
    private readonly listOptions: ListDeliveryOptions,
  ) {}

  @Route(OpenCartEndpoint)
  async open(): Promise<ResponseOf<typeof OpenCartEndpoint>> {
    return { id: await this.openCart.execute() };
  }

  @Route(ShowCartEndpoint)
  async show(@CallerParam() caller: Caller, @Input() { params }: InputOf<typeof ShowCartEndpoint>) {
    return presentCart(await this.showCart.execute(params.id), caller.locale);
  }

  @Route(AddLineEndpoint)
  async add(@Input() { params, body }: InputOf<typeof AddLineEndpoint>): Promise<ResponseOf<typeof AddLineEndpoint>> {
    return this.addLine.execute(params.id, body.variantId, body.quantity);
  }

  @Route(ChangeLineEndpoint)
  async change(@CallerParam() caller: Caller, @Input() { params, body }: InputOf<typeof ChangeLineEndpoint>) {
    await this.changeLine.execute(params.id, params.lineId, body.quantity);
    return presentCart(await this.showCart.execute(params.id), caller.locale);
  }

  @Route(RemoveLineEndpoint)
  async remove(@CallerParam() caller: Caller, @Input() { params }: InputOf<typeof RemoveLineEndpoint>) {
    await this.removeLine.execute(params.id, params.lineId);
    return presentCart(await this.showCart.execute(params.id), caller.locale);
  }

  @Route(SetDeliveryEndpoint)
  async deliver(@CallerParam() caller: Caller, @Input() { params, body }: InputOf<typeof SetDeliveryEndpoint>) {
    return presentCart(await this.setDelivery.execute(params.id, body.address, body.choices), caller.locale);
  }

  @Route(DeliveryOptions)
  async options(@CallerParam() caller: Caller, @Input() { params, query }: InputOf<typeof DeliveryOptions>) {
    return presentOptions(await this.listOptions.execute(params.id, query.provinceId), caller.locale);
  }
}
