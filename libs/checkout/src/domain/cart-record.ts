import type { Money, Picture, Translations } from '@tiwizi/contracts';
import type { StoredAddress } from './delivery-address.js';

/** What the shop trades in; the contract knows these. */
export type Currency = Money['currency'];

export interface CooperativeRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: Translations;
  readonly place: Translations;
  readonly isVerified: boolean;
  readonly emblem: string;
  readonly provinceId: string;
}

/** A line beside what its variant costs and how much of it is left, both read now. */
export interface LineRecord {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly slug: string;
  readonly title: Translations;
  readonly picture: Picture;
  readonly measure: string | null;
  readonly quantity: number;
  readonly priceWhenAddedAmount: number;
  readonly priceAmount: number;
  readonly currency: Currency;
  readonly isForSale: boolean;
  readonly available: number;
  readonly maxPerOrder: number;
  readonly weightGrams: number;
  /** A workshop, a stay: it weighs nothing and travels nowhere. */
  readonly isService: boolean;
  readonly cooperative: CooperativeRecord;
}

export interface CartRecord {
  readonly id: string;
  readonly orderNumber: string | null;
  readonly updatedAt: string;
  readonly address: StoredAddress | null;
  readonly choices: Readonly<Record<string, string>>;
  /** The province asked about, or that of the address; null when there is no such province. */
  readonly province: { readonly id: string; readonly chiefTown: Translations } | null;
  readonly lines: readonly LineRecord[];
}
