import { Injectable } from '@nestjs/common';
import { Database, newId, type NamedStatement } from '@tiwizi/persistence';
import {
  CartAlreadyOrdered,
  CartFull,
  CartNotFound,
  CurrencyMixed,
  OutOfStock,
  ProductNotFound,
  ProductWithdrawn,
} from '../domain/checkout-errors.js';

/**
 * One statement, so that a full hall of buyers does not queue behind round trips. `touched` holds the cart's row:
 * two additions at once count after each other, and the 201st line never comes in. The rest says why nothing was added.
 */
const addLine: NamedStatement = {
  name: 'checkout.add-line',
  text: `
    with variant as (
      select id, product_id, price_amount, currency, measure, is_for_sale, least(available, max_per_order, 999) as most
      from catalog.public_variant where id = $2
    ), product as (
      select product.id, product.cooperative_id, product.slug, product.title, product.picture
      from catalog.public_product product join variant on variant.product_id = product.id
    ), present as (
      select count(*) filter (where line.variant_id = $2) > 0 as has_variant,
        coalesce(sum(line.quantity) filter (where line.variant_id = $2), 0)::int as quantity,
        coalesce(sum(line.quantity), 0)::int as item_count,
        coalesce(bool_or(line.currency <> (select currency from variant)), false) as is_mixed
      from checkout.line where line.cart_id = $1
    ), touched as (
      update checkout.cart
      set updated_at = now(), line_count = line_count + case when present.has_variant then 0 else 1 end
      from present, variant, product
      where cart.id = $1 and cart.order_number is null and variant.is_for_sale and variant.most > 0
        and not present.is_mixed and (present.has_variant or cart.line_count < 200)
      returning cart.id
    ), added as (
      insert into checkout.line (id, cart_id, variant_id, product_id, cooperative_id, quantity,
        price_when_added_amount, currency, seen)
      select $3, touched.id, variant.id, product.id, product.cooperative_id, least($4::int, variant.most),
        variant.price_amount, variant.currency,
        jsonb_build_object('slug', product.slug, 'title', product.title, 'picture', product.picture,
          'measure', variant.measure)
      from touched, variant, product
      on conflict (cart_id, variant_id) do update
        set quantity = least(line.quantity + $4::int, (select most from variant))
      returning line.id, line.quantity
    )
    select cart.id as cart_id, cart.order_number, cart.line_count, variant.id as variant_id, variant.is_for_sale,
      product.id as product_id, variant.most, present.quantity as quantity_before, present.item_count, present.is_mixed,
      present.has_variant, added.id as line_id, added.quantity
    from present
    left join checkout.cart on cart.id = $1
    left join variant on true left join product on true left join added on true`,
};

interface Outcome {
  cart_id: string | null;
  order_number: string | null;
  line_count: number | null;
  variant_id: string | null;
  is_for_sale: boolean | null;
  product_id: string | null;
  most: number | null;
  quantity_before: number;
  item_count: number;
  is_mixed: boolean;
  line_id: string | null;
  quantity: number | null;
}

export interface AddedLine {
  lineId: string;
  quantity: number;
  itemCount: number;
  isCapped: boolean;
}

@Injectable()
export class AddLine {
  constructor(private readonly database: Database) {}

  /** A second time adds to the quantity; stock and the most per order cap it. */
  async execute(cartId: string, variantId: string, quantity = 1): Promise<AddedLine> {
    const [outcome] = await this.database.named<Outcome>(addLine, [cartId, variantId, newId(), quantity]);
    if (!outcome?.line_id || outcome.quantity === null) throw refusal(outcome, variantId);
    return {
      lineId: outcome.line_id,
      quantity: outcome.quantity,
      itemCount: outcome.item_count - outcome.quantity_before + outcome.quantity,
      isCapped: outcome.quantity < outcome.quantity_before + quantity,
    };
  }
}

function refusal(outcome: Outcome | undefined, variantId: string): Error {
  if (!outcome?.cart_id) return new CartNotFound();
  if (outcome.order_number) return new CartAlreadyOrdered(outcome.order_number);
  if (!outcome.variant_id) return new ProductNotFound();
  if (!outcome.is_for_sale || !outcome.product_id) return new ProductWithdrawn();
  if (outcome.is_mixed) return new CurrencyMixed();
  if ((outcome.most ?? 0) <= 0) return new OutOfStock([variantId]);
  return new CartFull();
}
