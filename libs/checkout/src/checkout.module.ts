import { Module } from '@nestjs/common';
import { CatalogModule } from '@tiwizi/catalog';
import { CooperativesModule } from '@tiwizi/cooperatives';
import { ShippingModule } from '@tiwizi/shipping';
import { CheckoutApi } from './checkout.api.js';
import { CartsController } from './http/carts.controller.js';
import { CheckoutsController } from './http/checkouts.controller.js';
import { ReadCart } from './persistence/read-cart.js';
import { AddLine } from './use-cases/add-line.js';
import { ChangeLine } from './use-cases/change-line.js';
import { EstimateDelivery } from './use-cases/estimate-delivery.query.js';
import { ForgetCarts } from './use-cases/forget-carts.js';
import { ListDeliveryOptions } from './use-cases/list-delivery-options.query.js';
import { OpenCart } from './use-cases/open-cart.js';
import { PriceCart } from './use-cases/price-cart.js';
import { PriceCheckout } from './use-cases/price-checkout.js';
import { RemoveLine } from './use-cases/remove-line.js';
import { ReviewCheckout } from './use-cases/review-checkout.js';
import { SetDelivery } from './use-cases/set-delivery.js';
import { ShowCart } from './use-cases/show-cart.query.js';
import { TakeCheckout } from './use-cases/take-checkout.js';

@Module({
  imports: [CatalogModule, CooperativesModule, ShippingModule],
  controllers: [CartsController, CheckoutsController],
  providers: [
    CheckoutApi,
    ReadCart,
    PriceCart,
    OpenCart,
    ShowCart,
    AddLine,
    ChangeLine,
    RemoveLine,
    SetDelivery,
    ListDeliveryOptions,
    EstimateDelivery,
    PriceCheckout,
    ReviewCheckout,
    TakeCheckout,
    ForgetCarts,
  ],
  exports: [CheckoutApi],
})
export class CheckoutModule {}
