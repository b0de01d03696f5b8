import type { CooperativeApplication, Translations } from '@tiwizi/contracts';
import { InvalidInput, type FieldError } from '@tiwizi/errors';
import type { Locale } from '@tiwizi/i18n';
import { normalizeIce, normalizePhone, ribOf, scriptOf, slugify } from '@tiwizi/text';
import type { z } from 'zod';
import { cleanOne, cleanTranslations } from './clean-translations.js';

export type TypedApplication = z.output<typeof CooperativeApplication>;

/** An application whose every number and text has been checked. */
export interface CheckedApplication {
  name: Translations;
  story: Translations;
  place: Translations;
  provinceId: string;
  court: string;
  courtKey: string;
  localRegisterNumber: number;
  ice: string;
  rib: string | null;
  phone: string;
  memberCount: number;
  womenCount: number;
}

/** All faults at once, each at its field, so that a form is corrected in one go. */
export function checkApplication(typed: TypedApplication): CheckedApplication {
  const errors: FieldError[] = [];
  const name = cleanTranslations(typed.name, { path: 'name', longest: 200, isRequired: true }, errors);
  const story = cleanTranslations(typed.story ?? {}, { path: 'story', longest: 5_000, hasLines: true }, errors);
  const commune = cleanOne(typed.commune, { path: 'commune', longest: 120 }, errors);
  const court = cleanOne(typed.court, { path: 'court', longest: 200 }, errors);
  const ice = normalizeIce(typed.ice);
  if (!ice) errors.push({ path: 'ice', code: 'cooperatives/invalid-ice' });
  const rib = typed.rib ? ribOf(typed.rib) : undefined;
  if (typed.rib && !rib) errors.push({ path: 'rib', code: 'cooperatives/invalid-rib' });
  const phone = normalizePhone(typed.phone);
  if (!phone) errors.push({ path: 'phone', code: 'cooperatives/invalid-phone' });
  checkCounts(typed, errors);
  if (errors.length || !ice || !phone) throw new InvalidInput(errors);
  return {
    name,
    story,
    place: { [writtenIn(commune)]: commune },
    provinceId: typed.provinceId,
    court,
    courtKey: slugify(court),
    localRegisterNumber: typed.localRegisterNumber,
    ice,
    rib: rib ?? null,
    phone,
    memberCount: typed.memberCount,
    womenCount: typed.womenCount,
  };
}

export function checkCounts(
  counts: { memberCount: number | null; womenCount: number | null },
  errors: FieldError[],
): void {
  if ((counts.womenCount ?? 0) > (counts.memberCount ?? Number.MAX_SAFE_INTEGER)) {
    errors.push({ path: 'womenCount', code: 'validation/too-big' });
  }
}

/** A place is typed once, in one script: that script says in which language it is. */
function writtenIn(text: string): Locale {
  const script = scriptOf(text);
  if (script === 'arab') return 'ar';
  return script === 'tfng' ? 'zgh' : 'fr';
}
