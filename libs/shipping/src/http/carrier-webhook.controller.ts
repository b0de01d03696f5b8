import { Controller, Headers, Inject } from '@nestjs/common';
import { CarrierWebhook, type ResponseOf } from '@tiwizi/contracts';
import { Input, Request, Route, type InputOf } from '@tiwizi/http';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { carrierSecret, isSignedByCarrier } from '../domain/carrier-signature.js';
import { InvalidCarrierSignature } from '../domain/shipment-errors.js';
import { ReceiveCarrierEvent } from '../use-cases/receive-carrier-event.js';

@Controller()
export class CarrierWebhookController {
  private readonly secret: string;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly receive: ReceiveCarrierEvent,
  ) {
    this.secret = carrierSecret(settings.appSecret);
  }

  /** The raw bytes are what was signed: the parsed body only says what to do. */
  @Route(CarrierWebhook)
  async event(
    @Input() { body }: InputOf<typeof CarrierWebhook>,
    @Request() { rawBody }: { rawBody?: Buffer },
    @Headers('x-carrier-signature') signature: string | undefined,
  ): Promise<ResponseOf<typeof CarrierWebhook>> {
    if (!rawBody || !isSignedByCarrier(signature, rawBody, this.secret, new Date())) {
      throw new InvalidCarrierSignature();
    }
    await this.receive.execute(body, rawBody);
    return { received: true };
  }
}
