import { Controller } from '@nestjs/common';
import * as contracts from '@tiwizi/contracts';
import { CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { ListCategories } from '../use-cases/list-categories.query.js';
import { ListProducts } from '../use-cases/list-products.query.js';
import { ShowProduct } from '../use-cases/show-product.query.js';

const defaultPageSize = 24;

@Controller()
export class CatalogController {
  constructor(
    private readonly listCategories: ListCategories,
    private readonly listProducts: ListProducts,
    private readonly showProduct: ShowProduct,
  ) {}

  @Route(contracts.ListCategories)
  categories(@CallerParam() { locale }: Caller): Promise<Buffer> {
    return this.listCategories.execute(locale);
  }

  @Route(contracts.ListProducts)
  list(@CallerParam() { locale }: Caller, @Input() { query }: InputOf<typeof contracts.ListProducts>): Promise<Buffer> {
    return this.listProducts.execute({ ...query, locale, limit: query.limit ?? defaultPageSize });
  }

  @Route(contracts.ShowProduct)
  show(@CallerParam() { locale }: Caller, @Input() { params }: InputOf<typeof contracts.ShowProduct>): Promise<Buffer> {
    return this.showProduct.execute(params.idOrSlug, locale);
  }
}
