import { Injectable } from '@nestjs/common';
import type { PaymentMethod } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Database, newId, type NamedStatement } from '@tiwizi/persistence';
import { CartAlreadyOrdered } from '../domain/checkout-errors.js';
import type { PricedCart } from '../domain/priced-cart.js';
import { snapshotOf } from '../domain/priced-checkout.js';
import { ReadCart } from '../persistence/read-cart.js';
import { PriceCart } from './price-cart.js';

const heldMinutes = 30;

/** A quantity the stock has cut is written down: what will be ordered is what the cart says. */
const keepCheckout: NamedStatement = {
  name: 'checkout.keep-checkout',
  text: `
    with reduced as (
      update checkout.line set quantity = wanted.quantity
      from jsonb_to_recordset($6::jsonb) as wanted(id uuid, quantity int)
      where line.id = wanted.id and line.cart_id = $2
    )
    insert into checkout.checkout (id, cart_id, snapshot, total_amount, currency, expires_at)
    values ($1, $2, $3::jsonb, $4, $5, $7)`,
};

export interface HeldCheckout {
  readonly id: string;
  readonly cart: PricedCart;
  readonly totalAmount: number;
  readonly expiresAt: Date;
}

@Injectable()
export class PriceCheckout {
  constructor(
    private readonly database: Database,
    private readonly carts: ReadCart,
    private readonly pricing: PriceCart,
  ) {}

  async execute(
    cartId: string,
    buyer: { paymentMethod: PaymentMethod; email: string | null; locale: Locale },
  ): Promise<HeldCheckout> {
    const record = await this.carts.execute(cartId);
    if (record.orderNumber) throw new CartAlreadyOrdered(record.orderNumber);
    const cart = await this.pricing.execute(record);
    const id = newId();
    const snapshot = snapshotOf(cart, { id, ...buyer });
    const expiresAt = new Date(Date.now() + heldMinutes * 60_000);
    await this.database.named(keepCheckout, [
      id,
      cartId,
      JSON.stringify(snapshot),
      snapshot.totalAmount,
      snapshot.currency,
      JSON.stringify(reductions(cart)),
      expiresAt,
    ]);
    return { id, cart, totalAmount: snapshot.totalAmount, expiresAt };
  }
}

const reductions = (cart: PricedCart): { id: string; quantity: number }[] =>
  cart.parcels
    .flatMap(({ lines }) => lines)
    .filter(({ notice }) => notice === 'quantity-reduced')
    .map(({ record, buyable }) => ({ id: record.id, quantity: buyable }));
