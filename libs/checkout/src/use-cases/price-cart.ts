import { Injectable } from '@nestjs/common';
import { money } from '@tiwizi/money';
import { ShippingApi, type Quote } from '@tiwizi/shipping';
import type { CartRecord } from '../domain/cart-record.js';
import { currencyOf, isBuyable, parcelsOf, priceCart, type Parcel, type PricedCart } from '../domain/priced-cart.js';

@Injectable()
export class PriceCart {
  constructor(private readonly shipping: ShippingApi) {}

  /** The delivery of all parcels is asked for at once; a parcel of which nothing is left travels nowhere. */
  async execute(record: CartRecord, choices?: Readonly<Record<string, string>>): Promise<PricedCart> {
    const parcels = parcelsOf(record);
    const quotes = record.province && (await this.quotes(record, parcels, record.province.id));
    return priceCart(record, parcels, quotes, choices);
  }

  private async quotes(record: CartRecord, parcels: readonly Parcel[], provinceId: string): Promise<Quote[][]> {
    const travelling = parcels.filter(isBuyable);
    if (travelling.length === 0) return parcels.map(() => []);
    const asked = travelling.map((parcel) => ({
      cooperativeId: parcel.cooperative.id,
      originProvinceId: parcel.cooperative.provinceId,
      weightGrams: parcel.weightGrams,
      isOnSite: parcel.isOnSite,
      goodsAmount: money(parcel.goodsAmount, currencyOf(record)).amount,
    }));
    const answers = await this.shipping.quotes(asked, provinceId, new Date());
    return parcels.map((parcel) => answers[travelling.indexOf(parcel)] ?? []);
  }
}
