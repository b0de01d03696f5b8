import { Module } from '@nestjs/common';
import { CatalogModule } from '@tiwizi/catalog';
import { CheckoutModule } from '@tiwizi/checkout';
import { CooperativesModule } from '@tiwizi/cooperatives';
import { IdentityModule } from '@tiwizi/identity';
import { LedgerModule } from '@tiwizi/ledger';
import { MediaModule } from '@tiwizi/media';
import { ModerationModule } from '@tiwizi/moderation';
import { NotificationsModule } from '@tiwizi/notifications';
import { OrdersModule } from '@tiwizi/orders';
import { PaymentsModule } from '@tiwizi/payments';
import { SearchModule } from '@tiwizi/search';
import { ShippingModule } from '@tiwizi/shipping';

@Module({
  imports: [
    IdentityModule,
    CooperativesModule,
    MediaModule,
    CatalogModule,
    ModerationModule,
    SearchModule,
    ShippingModule,
    CheckoutModule,
    OrdersModule,
    PaymentsModule,
    LedgerModule,
    NotificationsModule,
  ],
})
export class MarketplaceModule {}
