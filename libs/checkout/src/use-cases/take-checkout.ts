import { Injectable } from '@nestjs/common';
import { money, multiply, sum } from '@tiwizi/money';
import { type EntityManager } from '@tiwizi/persistence';
import {
  CartAlreadyOrdered,
  CheckoutExpired,
  CheckoutNotFound,
  NotForSale,
  PriceChanged,
} from '../domain/checkout-errors.js';
import type { PricedCheckout } from '../domain/priced-checkout.js';

/** The cart's row is the lock: of two orders at once, the second one waits here and then finds the first one's number. */
const takeCheckout = `
  with taken as (
    update checkout.cart set order_number = coalesce(cart.order_number, $2), updated_at = now()
    from checkout.checkout
    where checkout.id = $1 and cart.id = checkout.cart_id
    returning cart.id, checkout.expires_at <= now() as is_expired, old.order_number
  )
  select taken.is_expired, taken.order_number, (
    select coalesce(json_agg(json_build_object(
      'variantId', line.variant_id,
      'quantity', line.quantity,
      'priceAmount', variant.price_amount,
      'currency', variant.currency,
      'isForSale', coalesce(variant.is_for_sale, false)
    )), '[]')
    from checkout.line left join catalog.public_variant variant on variant.id = line.variant_id
    where line.cart_id = taken.id
  ) as lines
  from taken`;

interface LineNow {
  variantId: string;
  quantity: number;
  priceAmount: number;
  currency: string;
  isForSale: boolean;
}

interface Row {
  is_expired: boolean;
  order_number: string | null;
  lines: LineNow[];
}

@Injectable()
export class TakeCheckout {
  async execute(tx: EntityManager, checkout: PricedCheckout, orderNumber: string): Promise<void> {
    const [row]: Row[] = await tx.query(takeCheckout, [checkout.id, orderNumber]);
    if (!row) throw new CheckoutNotFound();
    if (row.order_number) throw new CartAlreadyOrdered(row.order_number);
    if (row.is_expired) throw new CheckoutExpired();
    const withdrawn = row.lines.filter(({ isForSale }) => !isForSale);
    if (withdrawn.length) throw new NotForSale(withdrawn.map(({ variantId }) => variantId));
    if (!isAsShown(checkout, row.lines)) {
      throw new PriceChanged(checkout.totalAmount, totalNow(checkout, row.lines), checkout.currency);
    }
  }
}

function isAsShown(checkout: PricedCheckout, lines: readonly LineNow[]): boolean {
  const shown = checkout.parcels.flatMap((parcel) => parcel.lines);
  const now = new Map(lines.map((line) => [line.variantId, line]));
  return (
    shown.length === now.size &&
    shown.every(({ variantId, quantity, priceAmount }) => {
      const line = now.get(variantId);
      return line?.quantity === quantity && line.priceAmount === priceAmount && line.currency === checkout.currency;
    })
  );
}

/** What the cart would come to; its delivery is the one shown, and is looked at again with the next checkout. */
function totalNow({ currency, deliveryAmount }: PricedCheckout, lines: readonly LineNow[]): number {
  const goods = lines
    .filter((line) => line.currency === currency)
    .map((line) => multiply(money(line.priceAmount, currency), line.quantity));
  return sum([...goods, money(deliveryAmount, currency)], currency).amount;
}
