import type { CooperativeHit } from '@tiwizi/contracts';
import { amazighLight, arabicLight, latinLight, skeleton } from '@tiwizi/text';
import type { Texts } from '../engine/texts.js';

/** A cooperative as an answer shows it, every language in it. */
export interface StoredMaker extends Omit<CooperativeHit, 'name' | 'place' | 'nameMarks' | 'productCount'> {
  readonly name: Texts;
  readonly place: Texts;
}

export interface MakerRow {
  readonly cooperative_id: string;
  readonly slug: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly region_id: string;
  readonly province_id: string;
  readonly is_women_led: boolean;
  readonly content: StoredMaker;
}

export function makerRow(maker: StoredMaker): MakerRow {
  const { fr = '', ar = '', zgh = '', en = '' } = maker.name;
  const forms = [latinLight(fr), arabicLight(ar), amazighLight(zgh), amazighLight(fr), latinLight(en)];
  return {
    cooperative_id: maker.id,
    slug: maker.slug,
    name: ` ${[...new Set(forms)].filter(Boolean).join(' ')} `,
    keys: [...new Set([fr, ar, zgh].flatMap((text) => skeleton(text).split(' ')))].filter(Boolean),
    region_id: maker.regionId,
    province_id: maker.provinceId,
    is_women_led: maker.isWomenLed,
    content: maker,
  };
}
