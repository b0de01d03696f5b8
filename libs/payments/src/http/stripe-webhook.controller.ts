import { Controller } from '@nestjs/common';
import { StripeWebhook, type ResponseOf } from '@tiwizi/contracts';
import { Request, Route } from '@tiwizi/http';
import type { FastifyRequest } from 'fastify';
import { ReceiveWebhook } from '../use-cases/receive-webhook.js';

@Controller()
export class StripeWebhookController {
  constructor(private readonly receiving: ReceiveWebhook) {}

  @Route(StripeWebhook)
  async receive(@Request() { rawBody, headers }: FastifyRequest): Promise<ResponseOf<typeof StripeWebhook>> {
    await this.receiving.execute(rawBody ?? Buffer.alloc(0), headers['stripe-signature']?.toString());
    return { received: true };
  }
}
