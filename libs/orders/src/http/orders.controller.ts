import { Controller } from '@nestjs/common';
import {
  CancelOrder as CancelOrderEndpoint,
  ConfirmOrder,
  PlaceOrder as PlaceOrderEndpoint,
  ResendOrderCode,
  ShowOrder as ShowOrderEndpoint,
  TrackOrder as TrackOrderEndpoint,
  type OrderView,
  type ResponseOf,
} from '@tiwizi/contracts';
import {
  actorOf,
  CallerParam,
  Input,
  networkOf,
  RateLimits,
  Route,
  type Caller,
  type InputOf,
  type RateRule,
} from '@tiwizi/http';
import type { Proof } from '../domain/order-policy.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { CancelOrder } from '../use-cases/cancel-order.js';
import { ConfirmByCode } from '../use-cases/confirm-by-code.js';
import { PlaceOrder } from '../use-cases/place-order.js';
import { ReadPayment } from '../use-cases/read-payment.js';
import { ResendCode } from '../use-cases/resend-code.js';
import { ShowOrder } from '../use-cases/show-order.query.js';
import { TrackOrder } from '../use-cases/track-order.js';
import { presentOrder } from './order.presenter.js';

/** Anyone may order, and each order sends an SMS to the telephone it names: nobody floods strangers' (F76). */
const placing: RateRule = { name: 'orders/place', points: 40, seconds: 600 };
const resending: RateRule = { name: 'orders/resend', points: 20, seconds: 600 };

@Controller()
export class OrdersController {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly payments: ReadPayment,
    private readonly secrets: OrderSecrets,
    private readonly showOrder: ShowOrder,
    private readonly trackOrder: TrackOrder,
    private readonly confirmByCode: ConfirmByCode,
    private readonly resendCode: ResendCode,
    private readonly cancelOrder: CancelOrder,
    private readonly limits: RateLimits,
  ) {}

  @Route(PlaceOrderEndpoint)
  async place(
    @CallerParam() caller: Caller,
    @Input() { body }: InputOf<typeof PlaceOrderEndpoint>,
  ): Promise<ResponseOf<typeof PlaceOrderEndpoint>> {
    await this.limits.consume(placing, networkOf(caller.ip));
    const buyer = { accountId: caller.account?.accountId ?? null, actor: actorOf(caller) };
    const order = await this.placeOrder.execute(buyer, body.checkoutId);
    // After the commit: the provider may be slow or away, the order stands.
    const payment = await this.payments.start(order, order.payment, caller.locale);
    return { id: order.id, number: order.number, status: order.status, token: this.secrets.tokenOf(order), payment };
  }

  @Route(ShowOrderEndpoint)
  show(@CallerParam() caller: Caller, @Input() { params, query }: InputOf<typeof ShowOrderEndpoint>) {
    return this.view(params.number, proofOf(caller, query.token), caller);
  }

  @Route(TrackOrderEndpoint)
  track(@CallerParam() caller: Caller, @Input() { body }: InputOf<typeof TrackOrderEndpoint>) {
    return this.trackOrder.execute(body.number, body.phone, caller.ip);
  }

  @Route(ConfirmOrder)
  async confirm(@CallerParam() caller: Caller, @Input() { params, query, body }: InputOf<typeof ConfirmOrder>) {
    const proof = proofOf(caller, query.token);
    await this.confirmByCode.execute(params.number, proof, actorOf(caller), body.code);
    return this.view(params.number, proof, caller);
  }

  @Route(ResendOrderCode)
  async resend(@CallerParam() caller: Caller, @Input() { params, query }: InputOf<typeof ResendOrderCode>) {
    await this.limits.consume(resending, networkOf(caller.ip));
    await this.resendCode.execute(params.number, proofOf(caller, query.token), actorOf(caller));
    return {};
  }

  @Route(CancelOrderEndpoint)
  async cancel(@CallerParam() caller: Caller, @Input() { params, query, body }: InputOf<typeof CancelOrderEndpoint>) {
    const proof = proofOf(caller, query.token);
    await this.cancelOrder.execute(params.number, proof, actorOf(caller), body.reason);
    return this.view(params.number, proof, caller);
  }

  private async view(number: string, proof: Proof, { locale }: Caller): Promise<OrderView> {
    const { order, payment } = await this.showOrder.execute(number, proof);
    return presentOrder(order, payment, locale);
  }
}

const proofOf = (caller: Caller, token: string | undefined): Proof => ({
  accountId: caller.account?.accountId ?? null,
  token,
});
