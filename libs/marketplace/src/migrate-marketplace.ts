import { catalogMigrations } from '@tiwizi/catalog';
import { checkoutMigrations } from '@tiwizi/checkout';
import { cooperativesMigrations } from '@tiwizi/cooperatives';
import { identityMigrations } from '@tiwizi/identity';
import { ledgerMigrations } from '@tiwizi/ledger';
import { mediaMigrations } from '@tiwizi/media';
import { moderationMigrations } from '@tiwizi/moderation';
import { notificationsMigrations } from '@tiwizi/notifications';
import { ordersMigrations } from '@tiwizi/orders';
import { paymentsMigrations } from '@tiwizi/payments';
import { migrate, platformMigrations } from '@tiwizi/persistence';
import { searchMigrations } from '@tiwizi/search';
import { shippingMigrations } from '@tiwizi/shipping';

/** Brings a database to the shape this version of the product needs; data stays. */
export const migrateMarketplace = (url: string): Promise<void> =>
  migrate(url, [
    ...platformMigrations,
    ...identityMigrations,
    ...cooperativesMigrations,
    ...mediaMigrations,
    ...catalogMigrations,
    ...moderationMigrations,
    ...searchMigrations,
    ...shippingMigrations,
    ...checkoutMigrations,
    ...ordersMigrations,
    ...paymentsMigrations,
    ...ledgerMigrations,
    ...notificationsMigrations,
  ]);
