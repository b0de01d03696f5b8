import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { CartAlreadyOrdered, CartNotFound, LineNotFound } from '../domain/checkout-errors.js';

const removeLine: NamedStatement = {
  name: 'checkout.remove-line',
  text: `
    with touched as (
      update checkout.cart
      set updated_at = now(),
        line_count = (select count(*) from checkout.line where line.cart_id = $1 and line.id <> $2)
      where cart.id = $1 and cart.order_number is null
      returning cart.id
    ), removed as (
      delete from checkout.line using touched
      where line.id = $2 and line.cart_id = touched.id
      returning line.id
    )
    select cart.order_number, removed.id is not null as is_removed
    from checkout.cart left join removed on true
    where cart.id = $1`,
};

@Injectable()
export class RemoveLine {
  constructor(private readonly database: Database) {}

  async execute(cartId: string, lineId: string): Promise<void> {
    const [outcome] = await this.database.named<{ order_number: string | null; is_removed: boolean }>(removeLine, [
      cartId,
      lineId,
    ]);
    if (!outcome) throw new CartNotFound();
    if (outcome.is_removed) return;
    throw outcome.order_number ? new CartAlreadyOrdered(outcome.order_number) : new LineNotFound();
  }
}
