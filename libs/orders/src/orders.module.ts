import { Module } from '@nestjs/common';
import { CatalogModule } from '@tiwizi/catalog';
import { CheckoutModule } from '@tiwizi/checkout';
import { LedgerModule } from '@tiwizi/ledger';
import { ShippingModule } from '@tiwizi/shipping';
import { OrderSecrets } from './domain/order-secrets.js';
import { OnShareReleased } from './events/on-share-released.js';
import { OnShipmentChanged } from './events/on-shipment-changed.js';
import { MyOrdersController } from './http/my-orders.controller.js';
import { OrdersController } from './http/orders.controller.js';
import { SellerOrdersController } from './http/seller-orders.controller.js';
import { OrdersApi } from './orders.api.js';
import { RecordChanges } from './persistence/record-changes.js';
import { AcceptSubOrder } from './use-cases/accept-sub-order.js';
import { CancelOrder } from './use-cases/cancel-order.js';
import { ConfirmByCode } from './use-cases/confirm-by-code.js';
import { ConfirmHeldOrder } from './use-cases/confirm-held-order.js';
import { ConfirmPaidOrder } from './use-cases/confirm-paid-order.js';
import { ExpireOrders } from './use-cases/expire-orders.js';
import { ExtendHold } from './use-cases/extend-hold.js';
import { FindPayable } from './use-cases/find-payable.query.js';
import { HandOver } from './use-cases/hand-over.js';
import { ListMyOrders } from './use-cases/list-my-orders.query.js';
import { ListShares } from './use-cases/list-shares.query.js';
import { MarkReady } from './use-cases/mark-ready.js';
import { PayByCash } from './use-cases/pay-by-cash.js';
import { PaymentCounter } from './use-cases/payment-counter.js';
import { PlaceOrder } from './use-cases/place-order.js';
import { ReadPayment } from './use-cases/read-payment.js';
import { RejectPending } from './use-cases/reject-pending.js';
import { RejectSubOrder } from './use-cases/reject-sub-order.js';
import { RejectUnanswered } from './use-cases/reject-unanswered.js';
import { ResendCode } from './use-cases/resend-code.js';
import { SellerOrders } from './use-cases/seller-orders.query.js';
import { ShowOrder } from './use-cases/show-order.query.js';
import { TrackOrder } from './use-cases/track-order.js';
import { WriteOrder } from './use-cases/write-order.js';

@Module({
  imports: [CatalogModule, CheckoutModule, LedgerModule, ShippingModule],
  controllers: [OrdersController, MyOrdersController, SellerOrdersController],
  providers: [
    OrdersApi,
    OrderSecrets,
    PaymentCounter,
    RecordChanges,
    PlaceOrder,
    WriteOrder,
    ReadPayment,
    ShowOrder,
    TrackOrder,
    ConfirmByCode,
    ConfirmHeldOrder,
    ConfirmPaidOrder,
    ExtendHold,
    FindPayable,
    ListShares,
    PayByCash,
    RejectPending,
    ResendCode,
    CancelOrder,
    ListMyOrders,
    SellerOrders,
    AcceptSubOrder,
    RejectSubOrder,
    MarkReady,
    HandOver,
    ExpireOrders,
    RejectUnanswered,
    OnShipmentChanged,
    OnShareReleased,
  ],
  exports: [OrdersApi],
})
export class OrdersModule {}
