import { Controller } from '@nestjs/common';
import * as contracts from '@tiwizi/contracts';
import { CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { FindProducts } from '../use-cases/find-products.query.js';
import { Suggest } from '../use-cases/suggest.query.js';
import { FindCooperatives } from '../use-cases/find-cooperatives.query.js';
import { cooperativeQuery, productQuery } from './product-query.js';

@Controller()
export class SearchController {
  constructor(
    private readonly findProducts: FindProducts,
    private readonly findCooperatives: FindCooperatives,
    private readonly suggestions: Suggest,
  ) {}

  @Route(contracts.Search)
  find(@CallerParam() { locale }: Caller, @Input() { query }: InputOf<typeof contracts.Search>): Promise<Buffer> {
    return this.findProducts.execute(productQuery(query), locale);
  }

  @Route(contracts.SearchCooperatives)
  cooperatives(
    @CallerParam() { locale }: Caller,
    @Input() input: InputOf<typeof contracts.SearchCooperatives>,
  ): Promise<Buffer> {
    return this.findCooperatives.execute(cooperativeQuery(input), locale);
  }

  @Route(contracts.Suggest)
  suggest(@CallerParam() { locale }: Caller, @Input() { query }: InputOf<typeof contracts.Suggest>): Promise<Buffer> {
    return this.suggestions.execute(query.q, locale);
  }
}
