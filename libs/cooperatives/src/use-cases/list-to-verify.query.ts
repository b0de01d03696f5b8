import { Injectable } from '@nestjs/common';
import type { ListCooperativesToVerify, ResponseOf } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Cursors, Database } from '@tiwizi/persistence';
import { isValidIce, maskRib } from '@tiwizi/text';
import type { Verification } from '../domain/cooperative.js';

type Answer = ResponseOf<typeof ListCooperativesToVerify>;
type Row = Omit<Answer['items'][number], 'isIceValid' | 'ribMasked' | 'appliedAt'> & {
  rib: string | null;
  appliedAt: Date;
};

const pageSize = 50;

const pageOf = (condition: string) => `
    select id, slug, platform.localized(name, $1) as name, platform.localized(place, $1) as place, court,
      local_register_number as "localRegisterNumber", ice, rib, member_count as "memberCount",
      women_count as "womenCount", verification, applied_at as "appliedAt", president_name as "presidentName"
    from cooperatives.cooperative
    where (applied_at, id) > ($2::timestamptz, $3::uuid) ${condition}
    order by applied_at, id
    limit $4`;
const inEveryState = { name: 'cooperatives/to-verify', text: pageOf('') };
const inState = { name: 'cooperatives/to-verify-in-state', text: pageOf('and verification = $5') };
const count = {
  name: 'cooperatives/to-verify-count',
  text: `select count(*)::int as total from cooperatives.cooperative where ($1::text is null or verification = $1)`,
};
/** Before the first application of all. */
const beginning = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

@Injectable()
export class ListToVerifyQuery {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(
    query: { state?: Verification | undefined; cursor?: string | undefined; limit?: number | undefined },
    locale: Locale,
  ): Promise<Answer> {
    const { state, limit = pageSize } = query;
    const [at, id] = query.cursor ? this.cursors.decode('cooperatives/to-verify', query.cursor) : beginning;
    const [rows, [counted]] = await Promise.all([
      state
        ? this.database.named<Row>(inState, [locale, at, id, limit + 1, state])
        : this.database.named<Row>(inEveryState, [locale, at, id, limit + 1]),
      this.database.named<{ total: number }>(count, [state ?? null]),
    ]);
    const items = rows.slice(0, limit).map(toItem);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        rows.length > limit && last ? this.cursors.encode('cooperatives/to-verify', [last.appliedAt, last.id]) : null,
      total: counted?.total ?? 0,
    };
  }
}

function toItem({ rib, appliedAt, ...row }: Row): Answer['items'][number] {
  return {
    ...row,
    isIceValid: row.ice !== null && isValidIce(row.ice),
    ribMasked: rib && maskRib(rib),
    appliedAt: appliedAt.toISOString(),
  };
}
