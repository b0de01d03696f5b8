import { Injectable } from '@nestjs/common';
import { ReadCache } from '@tiwizi/http';
import { ShippingApi, type ParcelToQuote, type Quote } from '@tiwizi/shipping';

const shownForMs = 30_000;
const prefix = 'checkout/quotes/';

/**
 * What delivery costs, for as long as a page is looked at. An order asks the tariff itself (`ReviewCheckout`): should it
 * have changed meanwhile, the buyer is shown the new price, never charged another one than was shown.
 */
@Injectable()
export class DeliveryQuotes {
  constructor(
    private readonly shipping: ShippingApi,
    private readonly cache: ReadCache,
  ) {}

  async shown(parcels: readonly ParcelToQuote[], provinceId: string): Promise<Quote[][]> {
    if (parcels.length === 0) return [];
    const asked = parcels.map(({ originProvinceId, weightGrams, goodsAmount }) =>
      [originProvinceId, weightGrams, goodsAmount].join(':'),
    );
    const text = await this.cache.text(`${prefix}${provinceId}/${asked.join(',')}`, shownForMs, async () =>
      JSON.stringify(await this.now(parcels, provinceId)),
    );
    return JSON.parse(text) as Quote[][];
  }

  now(parcels: readonly ParcelToQuote[], provinceId: string): Promise<Quote[][]> {
    return this.shipping.quotes(parcels, provinceId, new Date());
  }

  /** The tariff has changed: nobody is shown the old one again. */
  forget(): void {
    this.cache.drop(prefix);
  }
}
