import { Injectable } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache } from '@tiwizi/http';
import { Database } from '@tiwizi/persistence';
import { CooperativeNotFound } from '../domain/cooperative-errors.js';
import { freshMs } from './list-cooperatives.query.js';

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A text that nobody wrote in any language is no text. */
const optional = (column: string) => `case when ${column} <> '{}' then platform.localized(${column}, $1) end`;

const select = `
  select cooperative.id, json_build_object(
    'id', cooperative.id, 'slug', cooperative.slug,
    'name', platform.localized(cooperative.name, $1), 'place', platform.localized(cooperative.place, $1),
    'isVerified', cooperative.is_verified, 'emblem', cooperative.emblem,
    'regionId', cooperative.region_id, 'region', platform.localized(region.name, $1),
    'foundedYear', cooperative.founded_year,
    'memberCount', cooperative.member_count, 'womenCount', cooperative.women_count,
    'isWomenLed', cooperative.is_women_led,
    'activity', ${optional('cooperative.activity')}, 'story', ${optional('cooperative.story')},
    'picture', json_build_object(
      'url', '/pictures/weavings/' || cooperative.slug || '.svg', 'srcset', null,
      'width', 576, 'height', 192, 'isGenerated', true, 'alt', null
    ),
    'labels', coalesce((
      select json_agg(json_build_object(
        'id', label.id, 'name', platform.localized(label.name, $1), 'kind', label.kind) order by label.id)
      from cooperatives.public_label label where label.id = any (cooperative.label_ids)
    ), '[]'),
    'productCount', (
      select count(*) from cooperatives.shown_product shown
      where shown.cooperative_id = cooperative.id and shown.is_shown
    )
  )::text as json
  from cooperatives.public_cooperative cooperative
  join cooperatives.public_region region on region.id = cooperative.region_id
  where cooperative.is_verified and `;

const byId = { name: 'cooperatives/show-by-id', text: `${select} cooperative.id = $2::uuid` };
const bySlug = { name: 'cooperatives/show-by-slug', text: `${select} cooperative.slug = $2` };

/** One cooperative as buyers see it. Not verified, or no longer: not there. */
@Injectable()
export class ShowCooperativeQuery {
  constructor(
    private readonly database: Database,
    private readonly cache: ReadCache,
  ) {}

  execute(idOrSlug: string, locale: Locale): Promise<Buffer> {
    return this.cache.until(`cooperatives/show/${locale}/${idOrSlug}`, async () => {
      const statement = isId.test(idOrSlug) ? byId : bySlug;
      const [found] = await this.database.named<{ id: string; json: string }>(statement, [locale, idOrSlug]);
      if (!found) throw new CooperativeNotFound();
      return { text: found.json, topics: [topics.maker(found.id), topics.range(found.id)], freshMs };
    });
  }
}
