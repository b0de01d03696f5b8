import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import type { CartRecord } from '../domain/cart-record.js';
import { CartNotFound } from '../domain/checkout-errors.js';

/** Prices and stock are read where catalog publishes them, never from a copy; what was seen fills in for the rest. */
const readCart: NamedStatement = {
  name: 'checkout.read-cart',
  text: `
    select json_build_object(
      'id', cart.id,
      'orderNumber', cart.order_number,
      'updatedAt', cart.updated_at,
      'address', cart.address,
      'choices', cart.choices,
      'province', (
        select json_build_object('id', province.id, 'chiefTown', province.chief_town)
        from cooperatives.public_province province
        where province.id = coalesce($2, cart.address ->> 'provinceId')
      ),
      'lines', coalesce((
        select json_agg(json_build_object(
          'id', line.id,
          'variantId', line.variant_id,
          'productId', line.product_id,
          'slug', coalesce(product.slug, line.seen ->> 'slug'),
          'title', coalesce(product.title, line.seen -> 'title'),
          'picture', coalesce(product.picture, line.seen -> 'picture'),
          'measure', coalesce(variant.measure, line.seen ->> 'measure'),
          'quantity', line.quantity,
          'priceWhenAddedAmount', line.price_when_added_amount,
          'priceAmount', coalesce(variant.price_amount, line.price_when_added_amount),
          'currency', coalesce(variant.currency, line.currency),
          'isForSale', coalesce(variant.is_for_sale, false),
          'available', coalesce(variant.available, 0),
          'maxPerOrder', coalesce(variant.max_per_order, 999),
          'weightGrams', coalesce(variant.weight_grams, 0),
          'isService', coalesce(product.kind = 'service', false),
          'cooperative', json_build_object(
            'id', cooperative.id,
            'slug', cooperative.slug,
            'name', cooperative.name,
            'place', cooperative.place,
            'isVerified', cooperative.is_verified,
            'emblem', cooperative.emblem,
            'provinceId', cooperative.province_id
          )
        ) order by line.id)
        from checkout.line
        join cooperatives.public_cooperative cooperative on cooperative.id = line.cooperative_id
        left join catalog.public_variant variant on variant.id = line.variant_id
        left join catalog.public_product product on product.id = line.product_id
        where line.cart_id = cart.id
      ), '[]')
    )::text
    from checkout.cart
    where cart.id = $1`,
};

@Injectable()
export class ReadCart {
  constructor(private readonly database: Database) {}

  /** With `provinceId`, the cart as if it were delivered there. */
  async execute(cartId: string, provinceId: string | null = null): Promise<CartRecord> {
    const text = await this.database.json(readCart, [cartId, provinceId]);
    if (!text) throw new CartNotFound();
    return JSON.parse(text) as CartRecord;
  }
}
