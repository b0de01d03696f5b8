import { Injectable } from '@nestjs/common';
import type { Money } from '@tiwizi/contracts';
import { civilDay } from '@tiwizi/i18n';
import { deliveryDay } from '../domain/delivery-days.js';
import { onSiteId } from '../domain/on-site.js';
import { UnknownProvince } from '../domain/shipment-errors.js';
import { TariffStore } from '../persistence/tariff-store.js';

export interface ParcelToQuote {
  cooperativeId: string;
  originProvinceId: string;
  weightGrams: number;
  goodsAmount: number;
  /** Only services: whoever bought them comes to the cooperative. */
  isOnSite?: boolean | undefined;
}

/** One way to receive one parcel. Days are days of Morocco. */
export interface Quote {
  id: string;
  /** `delivery.home`: the storefront's text for the service. */
  nameKey: string;
  price: Money;
  /** Null where the day is arranged with the cooperative. */
  earliest: string | null;
  latest: string | null;
}

/** The one way to receive what travels nowhere. */
const onSite: Quote = {
  id: onSiteId,
  nameKey: `delivery.${onSiteId}`,
  price: { amount: 0, currency: 'MAD' },
  earliest: null,
  latest: null,
};

/** The ways to deliver each parcel, cheapest first. At most one statement, however many parcels a cart makes. */
@Injectable()
export class QuoteDelivery {
  constructor(private readonly tariffs: TariffStore) {}

  async execute(parcels: readonly ParcelToQuote[], destinationProvinceId: string, at: Date): Promise<Quote[][]> {
    if (!parcels.length) return [];
    const tariff = await this.tariffs.current();
    const today = civilDay(at);
    const zone = tariff.zoneOf(destinationProvinceId, today);
    if (zone === undefined) throw new UnknownProvince();
    const destination = { provinceId: destinationProvinceId, zone };
    const days = new Map<number, string>();
    const dayAfter = (workingDays: number): string => {
      const day = days.get(workingDays) ?? deliveryDay(at, workingDays, tariff.holidays);
      days.set(workingDays, day);
      return day;
    };
    return parcels.map(({ originProvinceId, weightGrams, isOnSite }) =>
      isOnSite
        ? [onSite]
        : tariff.offers(originProvinceId, destination, weightGrams, today).map((offer) => ({
            id: offer.service,
            nameKey: `delivery.${offer.service}`,
            price: offer.price,
            earliest: dayAfter(offer.earliestDays),
            latest: dayAfter(offer.latestDays),
          })),
    );
  }
}
