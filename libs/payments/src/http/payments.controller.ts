import { Controller } from '@nestjs/common';
import {
  PayOrder as PayOrderEndpoint,
  RefreshPayment as RefreshPaymentEndpoint,
  type ResponseOf,
} from '@tiwizi/contracts';
import { CallerParam, Input, RateLimits, Route, type Caller, type InputOf } from '@tiwizi/http';
import { FindBuyersPayment } from '../use-cases/find-buyers-payment.query.js';
import { PayOrder } from '../use-cases/pay-order.js';
import { RefreshPayment } from '../use-cases/refresh-payment.js';

/** Each call may ask the provider: nobody needs more for one order. */
const callsPerOrder = { name: 'payments/order', points: 30, seconds: 60 };

@Controller()
export class PaymentsController {
  constructor(
    private readonly finding: FindBuyersPayment,
    private readonly paying: PayOrder,
    private readonly refreshing: RefreshPayment,
    private readonly limits: RateLimits,
  ) {}

  @Route(PayOrderEndpoint)
  async pay(
    @Input() { params, query, body }: InputOf<typeof PayOrderEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof PayOrderEndpoint>> {
    await this.limits.consume(callsPerOrder, params.number);
    const found = await this.finding.execute(params.number, query.token, caller);
    return this.paying.execute(found, caller.locale, body.method);
  }

  @Route(RefreshPaymentEndpoint)
  async refresh(
    @Input() { params, query }: InputOf<typeof RefreshPaymentEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof RefreshPaymentEndpoint>> {
    await this.limits.consume(callsPerOrder, params.number);
    const { payment } = await this.finding.execute(params.number, query.token, caller);
    return this.refreshing.execute(payment, caller.locale);
  }
}
