import { Module } from '@nestjs/common';
import { CatalogApi } from './catalog.api.js';
import { CatalogController } from './http/catalog.controller.js';
import { Availability } from './use-cases/announce-availability.js';
import { ListCategories } from './use-cases/list-categories.query.js';
import { ListProducts } from './use-cases/list-products.query.js';
import { ReserveStock } from './use-cases/reserve-stock.js';
import { Restock } from './use-cases/restock.js';
import { SettleReservation } from './use-cases/settle-reservation.js';
import { ShowProduct } from './use-cases/show-product.query.js';

@Module({
  controllers: [CatalogController],
  providers: [
    CatalogApi,
    ListCategories,
    ListProducts,
    ShowProduct,
    Availability,
    ReserveStock,
    SettleReservation,
    Restock,
  ],
  exports: [CatalogApi],
})
export class CatalogModule {}
