import { Injectable } from '@nestjs/common';
import type { ResponseOf, ShowProfile, Translations } from '@tiwizi/contracts';
import { pickText } from '@tiwizi/i18n';
import { Database } from '@tiwizi/persistence';
import { maskRib } from '@tiwizi/text';
import { CooperativeNotFound } from '../domain/cooperative-errors.js';

type Profile = ResponseOf<typeof ShowProfile>;
type Row = Omit<Profile, 'commune' | 'ribMasked'> & { place: Translations; rib: string | null };

const statement = {
  name: 'cooperatives/profile',
  text: `
    select id, slug, name, story, place, province_id as "provinceId", verification,
      verification_level as "verificationLevel", refusal_reason as "refusalReason", ice, rib, phone,
      member_count as "memberCount", women_count as "womenCount"
    from cooperatives.cooperative where id = $1`,
};

/** Own cooperative with its private fields; the RIB leaves this function masked. */
@Injectable()
export class ShowProfileQuery {
  constructor(private readonly database: Database) {}

  async execute(cooperativeId: string): Promise<Profile> {
    const [row] = await this.database.named<Row>(statement, [cooperativeId]);
    if (!row) throw new CooperativeNotFound();
    const { place, rib, ...profile } = row;
    return { ...profile, commune: pickText(place, 'fr').text, ribMasked: rib && maskRib(rib) };
  }
}
