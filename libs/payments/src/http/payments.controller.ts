import { Controller } from '@nestjs/common';
import {
  MatchTransfer as MatchTransferEndpoint,
  PayOrder as PayOrderEndpoint,
  RefreshPayment as RefreshPaymentEndpoint,
  StripeWebhook,
  type ResponseOf,
} from '@tiwizi/contracts';
import { actorOf, CallerParam, Input, RateLimits, Request, Route, type Caller, type InputOf } from '@tiwizi/http';
import type { FastifyRequest } from 'fastify';
import { InvalidSignature } from '../domain/payment-errors.js';
import { refusedEvents } from '../payment-metrics.js';
import { CardProvider } from '../provider/card-provider.js';
import { FindBuyersPayment } from '../use-cases/find-buyers-payment.query.js';
import { MatchTransfer } from '../use-cases/match-transfer.js';
import { PayOrder } from '../use-cases/pay-order.js';
import { ReceiveProviderEvent } from '../use-cases/receive-provider-event.js';
import { RefreshPayment } from '../use-cases/refresh-payment.js';

/** Each call may ask the provider: nobody needs more for one order. */
const callsPerOrder = { name: 'payments/order', points: 30, seconds: 60 };

@Controller()
export class PaymentsController {
  constructor(
    private readonly finding: FindBuyersPayment,
    private readonly paying: PayOrder,
    private readonly refreshing: RefreshPayment,
    private readonly matching: MatchTransfer,
    private readonly receiving: ReceiveProviderEvent,
    private readonly provider: CardProvider,
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

  @Route(MatchTransferEndpoint)
  async matchTransfer(
    @Input() { params, body }: InputOf<typeof MatchTransferEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof MatchTransferEndpoint>> {
    await this.matching.execute({ paymentId: params.id, ...body, actor: actorOf(caller) });
    return {};
  }

  @Route(StripeWebhook)
  async stripe(@Request() { rawBody, headers }: FastifyRequest): Promise<ResponseOf<typeof StripeWebhook>> {
    const signature = headers['stripe-signature'];
    const message = this.provider.verifyEvent(rawBody ?? Buffer.alloc(0), signature?.toString());
    if (!message) {
      refusedEvents.inc();
      throw new InvalidSignature();
    }
    await this.receiving.execute(message);
    return { received: true };
  }
}
