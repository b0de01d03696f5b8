import { Injectable } from '@nestjs/common';
import type { DeliveryAddress } from '@tiwizi/contracts';
import { InvalidInput, type FieldError } from '@tiwizi/errors';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { CartAlreadyOrdered } from '../domain/checkout-errors.js';
import { cleanAddress } from '../domain/delivery-address.js';
import type { PricedCart } from '../domain/priced-cart.js';
import { ReadCart } from '../persistence/read-cart.js';
import { PriceCart } from './price-cart.js';

interface Choice {
  cooperativeId: string;
  optionId: string;
}

const setDelivery: NamedStatement = {
  name: 'checkout.set-delivery',
  text: `
    update checkout.cart set address = $2::jsonb, choices = $3::jsonb, updated_at = now()
    where id = $1 and order_number is null
    returning to_json(updated_at) as updated_at`,
};

@Injectable()
export class SetDelivery {
  constructor(
    private readonly database: Database,
    private readonly carts: ReadCart,
    private readonly pricing: PriceCart,
  ) {}

  /** Where to, and how each parcel travels; a parcel nobody chose for takes the cheapest way. */
  async execute(cartId: string, typed: DeliveryAddress, choices: readonly Choice[] = []): Promise<PricedCart> {
    const clean = cleanAddress(typed);
    const record = await this.carts.execute(cartId, clean.provinceId);
    if (record.orderNumber) throw new CartAlreadyOrdered(record.orderNumber);
    if (!record.province) throw new InvalidInput([{ path: 'address.provinceId', code: 'checkout/unknown-province' }]);
    const address = { ...clean, city: record.province.chiefTown };
    const chosen = Object.fromEntries(choices.map(({ cooperativeId, optionId }) => [cooperativeId, optionId]));
    const priced = await this.pricing.execute({ ...record, address }, chosen);
    assertOffered(priced, choices);
    const [saved] = await this.database.named<{ updated_at: string }>(setDelivery, [cartId, address, chosen]);
    // Ordered between our look and our change.
    if (!saved) throw new CartAlreadyOrdered((await this.carts.execute(cartId)).orderNumber ?? '');
    return { ...priced, record: { ...priced.record, updatedAt: saved.updated_at } };
  }
}

function assertOffered(cart: PricedCart, choices: readonly Choice[]): void {
  const errors = choices.flatMap(({ cooperativeId, optionId }, position): FieldError[] => {
    const parcel = cart.parcels.find(({ cooperative }) => cooperative.id === cooperativeId);
    const isOffered = parcel?.options.some(({ id }) => id === optionId);
    return isOffered ? [] : [{ path: `choices.${position}.optionId`, code: 'checkout/unknown-delivery-option' }];
  });
  if (errors.length) throw new InvalidInput(errors);
}
