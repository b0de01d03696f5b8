import { Module } from '@nestjs/common';
import { CooperativesModule } from '@tiwizi/cooperatives';
import { LedgerModule } from '@tiwizi/ledger';
import { MediaModule } from '@tiwizi/media';
import { CatalogApi } from './catalog.api.js';
import { OnCaseDecided } from './events/on-case-decided.js';
import { OnCooperativeChanged } from './events/on-cooperative-changed.js';
import { OnImageProcessed } from './events/on-image-processed.js';
import { AddressesController } from './http/addresses.controller.js';
import { CatalogController } from './http/catalog.controller.js';
import { ListingsController } from './http/listings.controller.js';
import { NameProducts } from './persistence/name-products.js';
import { Availability } from './use-cases/announce-availability.js';
import { CreateListing } from './use-cases/create-listing.js';
import { EditListing } from './use-cases/edit-listing.js';
import { ListAddresses } from './use-cases/list-addresses.query.js';
import { ListCategories } from './use-cases/list-categories.query.js';
import { ListListings } from './use-cases/list-listings.query.js';
import { ListProducts } from './use-cases/list-products.query.js';
import { OwnImages } from './use-cases/own-images.js';
import { ReserveStock } from './use-cases/reserve-stock.js';
import { Restock } from './use-cases/restock.js';
import { SetStock } from './use-cases/set-stock.js';
import { SettleReservation } from './use-cases/settle-reservation.js';
import { ShowListing } from './use-cases/show-listing.query.js';
import { ShowProduct } from './use-cases/show-product.query.js';
import { SubmitListing } from './use-cases/submit-listing.js';
import { WithdrawListing } from './use-cases/withdraw-listing.js';

const reads = [ListAddresses, ListCategories, ListProducts, ShowProduct, ListListings, ShowListing];
const stock = [Availability, ReserveStock, SettleReservation, Restock, SetStock];
const listings = [OwnImages, CreateListing, EditListing, SubmitListing, WithdrawListing];
const handlers = [OnCaseDecided, OnImageProcessed, OnCooperativeChanged];

@Module({
  imports: [CooperativesModule, MediaModule, LedgerModule],
  controllers: [AddressesController, CatalogController, ListingsController],
  providers: [CatalogApi, NameProducts, ...reads, ...stock, ...listings, ...handlers],
  exports: [CatalogApi],
})
export class CatalogModule {}
