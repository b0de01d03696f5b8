import { Injectable } from '@nestjs/common';
import type { Translations } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Database } from '@tiwizi/persistence';

/** What other contexts may know of a cooperative. */
export interface Seller {
  id: string;
  slug: string;
  name: Translations;
  place: Translations;
  provinceId: string;
  regionId: string;
  isVerified: boolean;
  maySell: boolean;
  memberSince: Date;
  locale: Locale;
}

const statement = {
  name: 'cooperatives/seller',
  text: `
    select id, slug, name, place, province_id as "provinceId", region_id as "regionId",
      verification = 'verified' as "isVerified", may_sell as "maySell", applied_at as "memberSince", locale
    from cooperatives.cooperative where id = $1`,
};

@Injectable()
export class FindSellerQuery {
  constructor(private readonly database: Database) {}

  async execute(cooperativeId: string): Promise<Seller | null> {
    return (await this.database.named<Seller>(statement, [cooperativeId]))[0] ?? null;
  }
}
