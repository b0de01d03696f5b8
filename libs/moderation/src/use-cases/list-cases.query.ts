import { Injectable } from '@nestjs/common';
import type { ListCases, ResponseOf } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Cursors, Database } from '@tiwizi/persistence';
import { caseColumns, withAge, type CaseRow } from './case-row.js';

const pageSize = 50;

const openCases = {
  name: 'moderation/open-cases',
  text: `
    select ${caseColumns}
    from moderation.moderation_case c join cooperatives.public_cooperative coop on coop.id = c.cooperative_id
    where c.status = 'open'
      and ($2::text is null or c.signals @> jsonb_build_array(jsonb_build_object('code', $2::text)))
      and (c.submitted_at, c.id) > ($3::timestamptz, $4::uuid)
    order by c.submitted_at, c.id limit $5`,
};
/** Before the first case: a page begins at a key of the index, also the first. */
const beginning = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;
/** A day begins when it does in Morocco. */
const counts = {
  name: 'moderation/counts',
  text: `
    select (select count(*)::int from moderation.moderation_case where status = 'open') as "openCount",
      (select count(*)::int from moderation.decision
       where decided_at >= date_trunc('day', now(), 'Africa/Casablanca')) as "decidedToday"`,
};

@Injectable()
export class ListCasesQuery {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(
    query: { cursor?: string | undefined; limit?: number | undefined; signal?: string | undefined },
    locale: Locale,
  ): Promise<ResponseOf<typeof ListCases>> {
    const limit = query.limit ?? pageSize;
    const [at, id] = query.cursor ? this.cursors.decode('moderation/cases', query.cursor) : beginning;
    const [rows, [totals]] = await Promise.all([
      this.database.named<Omit<CaseRow, 'ageText'>>(openCases, [locale, query.signal ?? null, at, id, limit + 1]),
      this.database.named<{ openCount: number; decidedToday: number }>(counts),
    ]);
    const items = rows.slice(0, limit).map((row) => withAge(row, locale));
    const last = items.at(-1);
    const nextCursor =
      rows.length > limit && last ? this.cursors.encode('moderation/cases', [last.submittedAt, last.id]) : null;
    return { items, nextCursor, openCount: totals?.openCount ?? 0, decidedToday: totals?.decidedToday ?? 0 };
  }
}
