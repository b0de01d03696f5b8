import { Injectable } from '@nestjs/common';
import { money, sum } from '@tiwizi/money';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { ShippingApi } from '@tiwizi/shipping';
import { CartAlreadyOrdered, CheckoutExpired, CheckoutNotFound, PriceChanged } from '../domain/checkout-errors.js';
import type { PricedCheckout } from '../domain/priced-checkout.js';

const readCheckout: NamedStatement = {
  name: 'checkout.read-checkout',
  text: `
    select checkout.snapshot, checkout.expires_at <= now() as is_expired, cart.order_number
    from checkout.checkout join checkout.cart on cart.id = checkout.cart_id
    where checkout.id = $1`,
};

interface Row {
  snapshot: PricedCheckout;
  is_expired: boolean;
  order_number: string | null;
}

@Injectable()
export class ReviewCheckout {
  constructor(
    private readonly database: Database,
    private readonly shipping: ShippingApi,
  ) {}

  async execute(checkoutId: string): Promise<PricedCheckout> {
    const [row] = await this.database.named<Row>(readCheckout, [checkoutId]);
    if (!row) throw new CheckoutNotFound();
    if (row.order_number) throw new CartAlreadyOrdered(row.order_number);
    if (row.is_expired) throw new CheckoutExpired();
    await this.assertSameDelivery(row.snapshot);
    return row.snapshot;
  }

  private async assertSameDelivery({ parcels, address, currency, totalAmount }: PricedCheckout): Promise<void> {
    const asked = parcels.map(({ cooperative, weightGrams, goodsAmount, isOnSite }) => ({
      cooperativeId: cooperative.id,
      originProvinceId: cooperative.provinceId,
      weightGrams,
      goodsAmount,
      isOnSite,
    }));
    const quotes = await this.shipping.quotes(asked, address.provinceId, new Date());
    // An option that is offered no more is replaced by the cheapest, as the cart does.
    const prices = parcels.map(({ delivery }, position) => {
      const options = quotes[position] ?? [];
      return (options.find(({ id }) => id === delivery.optionId) ?? options[0])?.price;
    });
    const isSame = parcels.every(({ delivery }, position) => prices[position]?.amount === delivery.priceAmount);
    if (isSame) return;
    const goods = parcels.map(({ goodsAmount }) => money(goodsAmount, currency));
    const deliveries = prices.map((price) => money(price?.amount ?? 0, currency));
    throw new PriceChanged(totalAmount, sum([...goods, ...deliveries], currency).amount, currency);
  }
}
