import { Injectable } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import { InvalidInput } from '@tiwizi/errors';
import { dependOn } from '@tiwizi/http';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { ShippingApi, type Quote } from '@tiwizi/shipping';

import { ProductNotFound } from '../domain/checkout-errors.js';

/** The variant asked about, else the first one. */
const findParcel = (key: 'id' | 'slug'): NamedStatement => ({
  name: `checkout.parcel-by-${key}`,
  text: `
    select product.id as "productId", cooperative.id as "cooperativeId", cooperative.province_id as "originProvinceId",
      variant.weight_grams as "weightGrams", variant.price_amount::float8 as "goodsAmount",
      product.kind = 'service' as "isOnSite",
      exists (select from cooperatives.public_province where id = $3) as "isKnownProvince"
    from catalog.public_product product
    join catalog.public_variant variant on variant.product_id = product.id and variant.is_for_sale
    join cooperatives.public_cooperative cooperative on cooperative.id = product.cooperative_id
    where product.${key} = $1 and ($2::uuid is null or variant.id = $2)
    order by variant.position limit 1`,
});
const [byId, bySlug] = [findParcel('id'), findParcel('slug')];
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** As long as the tariff is kept by those who quote. */
const freshMs = 30_000;

interface Row {
  productId: string;
  cooperativeId: string;
  originProvinceId: string;
  weightGrams: number;
  goodsAmount: number;
  isOnSite: boolean;
  isKnownProvince: boolean;
}

@Injectable()
export class EstimateDelivery {
  constructor(
    private readonly database: Database,
    private readonly shipping: ShippingApi,
  ) {}

  /** What one piece costs to deliver there, before there is a cart. */
  async execute(idOrSlug: string, variantId: string | undefined, provinceId: string): Promise<Quote[]> {
    const [row] = await this.database.named<Row>(isId(idOrSlug) ? byId : bySlug, [
      idOrSlug,
      variantId ?? null,
      provinceId,
    ]);
    if (!row) throw new ProductNotFound();
    const { isKnownProvince, productId, ...parcel } = row;
    dependOn([topics.product(productId), topics.maker(row.cooperativeId)], freshMs);
    if (!isKnownProvince) throw new InvalidInput([{ path: 'provinceId', code: 'checkout/unknown-province' }]);
    const [options = []] = await this.shipping.quotes([parcel], provinceId, new Date());
    return options;
  }
}
