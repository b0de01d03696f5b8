import { Controller } from '@nestjs/common';
import { PriceCheckout as PriceCheckoutEndpoint } from '@tiwizi/contracts';
import { CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { PriceCheckout } from '../use-cases/price-checkout.js';
import { presentCheckout } from './cart.presenter.js';

@Controller()
export class CheckoutsController {
  constructor(private readonly priceCheckout: PriceCheckout) {}

  @Route(PriceCheckoutEndpoint)
  async price(@CallerParam() { locale }: Caller, @Input() { body }: InputOf<typeof PriceCheckoutEndpoint>) {
    const { cartId, paymentMethod, email = null } = body;
    const held = await this.priceCheckout.execute(cartId, { paymentMethod, email, locale });
    return presentCheckout(held, paymentMethod, locale);
  }
}
