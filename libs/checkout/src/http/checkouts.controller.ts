import { Controller } from '@nestjs/common';
import {
  EstimateDelivery as EstimateDeliveryEndpoint,
  PriceCheckout as PriceCheckoutEndpoint,
} from '@tiwizi/contracts';
import { CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { EstimateDelivery } from '../use-cases/estimate-delivery.query.js';
import { PriceCheckout } from '../use-cases/price-checkout.js';
import { presentCheckout, presentOption } from './cart.presenter.js';

@Controller()
export class CheckoutsController {
  constructor(
    private readonly priceCheckout: PriceCheckout,
    private readonly estimateDelivery: EstimateDelivery,
  ) {}

  @Route(EstimateDeliveryEndpoint)
  async estimate(
    @CallerParam() { locale }: Caller,
    @Input() { params, query }: InputOf<typeof EstimateDeliveryEndpoint>,
  ) {
    const options = await this.estimateDelivery.execute(params.idOrSlug, query.variantId, query.provinceId);
    return { options: options.map((option) => presentOption(option, locale)) };
  }

  @Route(PriceCheckoutEndpoint)
  async price(@CallerParam() { locale }: Caller, @Input() { body }: InputOf<typeof PriceCheckoutEndpoint>) {
    const { cartId, paymentMethod, email = null } = body;
    const held = await this.priceCheckout.execute(cartId, { paymentMethod, email, locale });
    return presentCheckout(held, paymentMethod, locale);
  }
}
