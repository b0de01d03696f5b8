import { Module } from '@nestjs/common';
import { LedgerModule } from '@tiwizi/ledger';
import { OrdersModule, PaymentDesk } from '@tiwizi/orders';
import { DoProviderAction } from './events/do-provider-action.js';
import { OnOrderEnded } from './events/on-order-ended.js';
import { OnSubOrderChanged } from './events/on-sub-order-changed.js';
import { ReadWhatChanged } from './events/read-what-changed.js';
import { PaymentsController } from './http/payments.controller.js';
import { StripeWebhookController } from './http/stripe-webhook.controller.js';
import { TransfersController } from './http/transfers.controller.js';
import { PaymentsDesk } from './payments.desk.js';
import { PaymentBook } from './persistence/payment-book.js';
import { CardProvider } from './provider/card-provider.js';
import { StripeProvider } from './provider/stripe/stripe-provider.js';
import { ApplyCardFact } from './use-cases/apply-card-fact.js';
import { ApplyRefundFact } from './use-cases/apply-refund-fact.js';
import { BookCapture } from './use-cases/book-capture.js';
import { BookTransfer } from './use-cases/book-transfer.js';
import { DecideCapture } from './use-cases/decide-capture.js';
import { ExecuteRefund } from './use-cases/execute-refund.js';
import { FetchMissedEvents } from './use-cases/fetch-missed-events.js';
import { FindBuyersPayment } from './use-cases/find-buyers-payment.query.js';
import { MatchTransfer } from './use-cases/match-transfer.js';
import { OpenPayment } from './use-cases/open-payment.js';
import { PayByCard } from './use-cases/pay-by-card.js';
import { PayOrder } from './use-cases/pay-order.js';
import { ReadRefund } from './use-cases/read-refund.js';
import { ReceiveProviderEvent } from './use-cases/receive-provider-event.js';
import { ReceiveWebhook } from './use-cases/receive-webhook.js';
import { RecordCardIntent } from './use-cases/record-card-intent.js';
import { RecordRefund } from './use-cases/record-refund.js';
import { RefreshPayment } from './use-cases/refresh-payment.js';
import { RefundOverShares } from './use-cases/refund-over-shares.js';
import { RequestRefund } from './use-cases/request-refund.js';
import { ReturnOrphan } from './use-cases/return-orphan.js';
import { SettleCardPayment } from './use-cases/settle-card-payment.js';
import { ShowPayment } from './use-cases/show-payment.query.js';
import { StartCardPayment } from './use-cases/start-card-payment.js';
import { SwitchToCash } from './use-cases/switch-to-cash.js';
import { SweepPayments } from './use-cases/sweep-payments.js';
import { SweepRefunds } from './use-cases/sweep-refunds.js';

@Module({
  imports: [LedgerModule, OrdersModule],
  controllers: [PaymentsController, TransfersController, StripeWebhookController],
  providers: [
    { provide: PaymentDesk, useClass: PaymentsDesk },
    { provide: CardProvider, useClass: StripeProvider },
    PaymentBook,
    OpenPayment,
    ShowPayment,
    FindBuyersPayment,
    StartCardPayment,
    PayOrder,
    PayByCard,
    SwitchToCash,
    RefreshPayment,
    SettleCardPayment,
    ApplyCardFact,
    BookCapture,
    BookTransfer,
    ReturnOrphan,
    DecideCapture,
    RefundOverShares,
    RequestRefund,
    ExecuteRefund,
    ApplyRefundFact,
    MatchTransfer,
    ReceiveWebhook,
    ReceiveProviderEvent,
    RecordCardIntent,
    RecordRefund,
    ReadRefund,
    SweepPayments,
    SweepRefunds,
    FetchMissedEvents,
    DoProviderAction,
    ReadWhatChanged,
    OnSubOrderChanged,
    OnOrderEnded,
  ],
})
export class PaymentsModule {}
