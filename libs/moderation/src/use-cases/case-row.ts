import type { CaseDetail } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { ageText } from '../domain/age-text.js';

export type CaseRow = Pick<
  CaseDetail,
  'id' | 'title' | 'cooperative' | 'submittedAt' | 'ageText' | 'version' | 'liveVersion' | 'signals' | 'claimedBy'
>;

/** The columns of a row of the queue; `$1` is the reader's language, `c` the case, `coop` its cooperative. */
export const caseColumns = `
  c.id, platform.localized(c.title, $1) as title,
  jsonb_build_object(
    'id', coop.id, 'slug', coop.slug, 'name', platform.localized(coop.name, $1),
    'place', platform.localized(coop.place, $1), 'isVerified', coop.is_verified, 'emblem', coop.emblem) as cooperative,
  to_char(c.submitted_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "submittedAt",
  c.version, (c.live ->> 'version')::int as "liveVersion", c.signals,
  case when c.claimed_until > now() then c.claimed_by_name end as "claimedBy"`;

export const withAge = <Row extends Omit<CaseRow, 'ageText'>>(row: Row, locale: Locale): Row & { ageText: string } => ({
  ...row,
  ageText: ageText(new Date(row.submittedAt), locale),
});
