import { Inject, Injectable } from '@nestjs/common';
import type { Money } from '@tiwizi/contracts';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import Stripe from 'stripe';
import {
  CardProvider,
  type CardIntent,
  type NewIntent,
  type PageVisit,
  type ProviderMessage,
  type ProviderRefund,
} from '../card-provider.js';
import { CircuitBreaker } from '../circuit-breaker.js';
import { failureOf } from './stripe-failures.js';
import { cardIntent, providerRefund } from './stripe-intents.js';
import { providerMessage, signedMessage } from './stripe-messages.js';
import { paymentPageAddress } from './stripe-payment-page.js';

/** A buyer waits for this: the whole request must end within three seconds. */
const timeoutMs = 2_300;
const pageSize = 100;
const withCharge = { expand: ['latest_charge'] };

@Injectable()
export class StripeProvider extends CardProvider {
  readonly name = 'stripe';
  private readonly stripe: Stripe;
  private readonly breaker = new CircuitBreaker();
  private readonly secrets: string[];
  private readonly isLive: boolean;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    super();
    this.isLive = /^(sk|rk)_live_/.test(settings.stripeSecretKey);
    this.secrets = settings.stripeWebhookSecret
      .split(',')
      .map((secret) => secret.trim())
      .filter(Boolean);
    this.stripe = new Stripe(settings.stripeSecretKey, {
      ...hostOf(settings.stripeApiBase),
      timeout: timeoutMs,
      // An answer that was lost is read back, not asked for again by the library.
      maxNetworkRetries: 0,
      telemetry: false,
    });
  }

  async create({ paymentId, orderId, orderNumber, amount }: NewIntent): Promise<CardIntent> {
    const intent = await this.ask(() =>
      this.stripe.paymentIntents.create(
        {
          amount: amount.amount,
          currency: amount.currency.toLowerCase(),
          automatic_payment_methods: { enabled: true },
          capture_method: 'manual',
          description: orderNumber,
          metadata: { order_id: orderId, payment_id: paymentId, cart_version: '1' },
        },
        // The amount of a payment never changes; a new amount would be a new payment.
        { idempotencyKey: `tzw:pi:${paymentId}:v1` },
      ),
    );
    return cardIntent(intent);
  }

  async read(intentId: string): Promise<CardIntent> {
    return cardIntent(await this.ask(() => this.stripe.paymentIntents.retrieve(intentId, withCharge)));
  }

  async find(paymentId: string, since: Date): Promise<CardIntent | null> {
    const created = { gte: seconds(since) };
    for (let startingAfter: string | undefined; ;) {
      const page = await this.ask(() =>
        this.stripe.paymentIntents.list({
          created,
          limit: pageSize,
          ...(startingAfter && { starting_after: startingAfter }),
        }),
      );
      const found = page.data.find(({ metadata }) => metadata['payment_id'] === paymentId);
      if (found) return this.read(found.id);
      startingAfter = page.data.at(-1)?.id;
      if (!page.has_more || !startingAfter) return null;
    }
  }

  async capture(paymentId: string, intentId: string, amount: Money): Promise<CardIntent> {
    const intent = await this.ask(() =>
      this.stripe.paymentIntents.capture(
        intentId,
        { amount_to_capture: amount.amount, ...withCharge },
        { idempotencyKey: `tzw:cap:${paymentId}` },
      ),
    );
    return cardIntent(intent);
  }

  async cancel(paymentId: string, intentId: string): Promise<CardIntent> {
    const intent = await this.ask(() =>
      this.stripe.paymentIntents.cancel(intentId, withCharge, { idempotencyKey: `tzw:can:${paymentId}` }),
    );
    return cardIntent(intent);
  }

  async refund(refundId: string, intentId: string, amount: Money): Promise<ProviderRefund> {
    const refund = await this.ask(() =>
      this.stripe.refunds.create(
        { payment_intent: intentId, amount: amount.amount, metadata: { refund_id: refundId } },
        { idempotencyKey: `tzw:re:${refundId}` },
      ),
    );
    return providerRefund(refund);
  }

  async readRefund(providerRefundId: string): Promise<ProviderRefund> {
    return providerRefund(await this.ask(() => this.stripe.refunds.retrieve(providerRefundId)));
  }

  async findRefund(refundId: string, intentId: string): Promise<ProviderRefund | null> {
    const page = await this.ask(() => this.stripe.refunds.list({ payment_intent: intentId, limit: pageSize }));
    const found = page.data.find(({ metadata }) => metadata?.['refund_id'] === refundId);
    return found ? providerRefund(found) : null;
  }

  verifyEvent(body: Buffer, signature: string | undefined): ProviderMessage | null {
    const event = signedMessage(this.stripe, body, signature, this.secrets);
    return event && event.livemode === this.isLive ? providerMessage(event, body) : null;
  }

  async listSince(since: Date): Promise<ProviderMessage[]> {
    const messages: ProviderMessage[] = [];
    for (let startingAfter: string | undefined; ;) {
      const page = await this.ask(() =>
        this.stripe.events.list({
          created: { gte: seconds(since) },
          limit: pageSize,
          ...(startingAfter && { starting_after: startingAfter }),
        }),
      );
      messages.push(...page.data.map((event) => providerMessage(event, Buffer.from(JSON.stringify(event)))));
      startingAfter = page.data.at(-1)?.id;
      if (!page.has_more || !startingAfter) return messages.reverse();
    }
  }

  paymentPage(intent: { intentId: string; clientSecret: string }, visit: PageVisit): string {
    return paymentPageAddress(this.settings.stripeApiBase, intent, visit);
  }

  private ask<T>(call: () => Promise<T>): Promise<T> {
    return this.breaker.run(() =>
      call().catch((error: unknown) => {
        throw failureOf(error);
      }),
    );
  }
}

/** Stripe counts in seconds; one less, so that nothing of the same second is missed. */
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000) - 1;

function hostOf(base: string | null): Stripe.StripeConfig {
  if (!base) return {};
  const { hostname, port, protocol } = new URL(base);
  return {
    host: hostname,
    port: port || (protocol === 'https:' ? 443 : 80),
    protocol: protocol === 'https:' ? 'https' : 'http',
  };
}
