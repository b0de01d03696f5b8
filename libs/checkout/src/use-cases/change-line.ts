import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { CartAlreadyOrdered, CartNotFound, LineNotFound, NotForSale, OutOfStock } from '../domain/checkout-errors.js';

const changeLine: NamedStatement = {
  name: 'checkout.change-line',
  text: `
    with asked as (
      select line.id, line.variant_id, coalesce(variant.is_for_sale, false) as is_for_sale,
        least(variant.available, variant.max_per_order, 999) as most
      from checkout.line left join catalog.public_variant variant on variant.id = line.variant_id
      where line.id = $2 and line.cart_id = $1
    ), touched as (
      update checkout.cart set updated_at = now() from asked
      where cart.id = $1 and cart.order_number is null and asked.is_for_sale and asked.most > 0
      returning cart.id
    ), changed as (
      update checkout.line set quantity = least($3::int, asked.most) from asked, touched
      where line.id = asked.id
      returning line.id
    )
    select cart.order_number, asked.variant_id, asked.is_for_sale, changed.id is not null as is_changed
    from checkout.cart left join asked on true left join changed on true
    where cart.id = $1`,
};

interface Outcome {
  order_number: string | null;
  variant_id: string | null;
  is_for_sale: boolean | null;
  is_changed: boolean;
}

@Injectable()
export class ChangeLine {
  constructor(private readonly database: Database) {}

  /** Sets the quantity, capped by what is left. */
  async execute(cartId: string, lineId: string, quantity: number): Promise<void> {
    const [outcome] = await this.database.named<Outcome>(changeLine, [cartId, lineId, quantity]);
    if (!outcome) throw new CartNotFound();
    if (outcome.is_changed) return;
    if (outcome.order_number) throw new CartAlreadyOrdered(outcome.order_number);
    if (!outcome.variant_id) throw new LineNotFound();
    throw outcome.is_for_sale ? new OutOfStock([outcome.variant_id]) : new NotForSale([outcome.variant_id]);
  }
}
