import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import type { CaseDetail, LocaleCode } from '@tiwizi/contracts';
import { CooperativesApi } from '@tiwizi/cooperatives';
import { formatDate, type Locale } from '@tiwizi/i18n';
import { Database } from '@tiwizi/persistence';
import { changesBetween } from '../domain/changes.js';
import { CaseNotFound } from '../domain/moderation-errors.js';
import type { CaseStatus, LiveSide } from '../domain/moderation-case.js';
import { caseColumns, withAge, type CaseRow } from './case-row.js';

type StoredCase = Omit<CaseRow, 'ageText'> & {
  status: CaseStatus;
  live: LiveSide | null;
  sellerLocale: LocaleCode;
  changeSetId: string;
  refusalCount: number;
  decisions: Omit<CaseDetail['decisions'][number], 'atText'>[];
};

/** The case, every decision on its product so far, and how often its cooperative was refused. */
const oneCase = {
  name: 'moderation/case',
  text: `
    select ${caseColumns}, c.status, c.live, c.seller_locale as "sellerLocale", c.change_set_id as "changeSetId",
      (select count(*)::int
       from moderation.decision d join moderation.moderation_case other on other.id = d.case_id
       where other.cooperative_id = c.cooperative_id and d.kind = 'reject') as "refusalCount",
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'at', to_char(d.decided_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', d.decided_by_name, 'kind', d.kind,
          'reasons', d.reasons, 'message', d.message, 'version', d.version) order by d.decided_at desc, d.id desc)
        from moderation.decision d join moderation.moderation_case other on other.id = d.case_id
        where other.product_id = c.product_id), '[]') as decisions
    from moderation.moderation_case c join cooperatives.public_cooperative coop on coop.id = c.cooperative_id
    where c.id = $2`,
};
const categoryNames = {
  name: 'moderation/category-names',
  text: `
    select id, platform.localized(name, $1) ->> 'text' as name
    from catalog.public_category where id = any($2::text[])`,
};

@Injectable()
export class ShowCaseQuery {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogApi,
    private readonly cooperatives: CooperativesApi,
  ) {}

  async execute(caseId: string, locale: Locale): Promise<CaseDetail> {
    const [stored] = await this.database.named<StoredCase>(oneCase, [locale, caseId]);
    if (!stored) throw new CaseNotFound();
    const { changeSetId, refusalCount, decisions, live, ...row } = stored;
    const cooperativeId = row.cooperative.id;
    const [change, { productCount }, seller] = await Promise.all([
      this.catalog.changeSet(changeSetId),
      this.catalog.sellerHistory(cooperativeId),
      this.cooperatives.seller(cooperativeId),
    ]);
    if (!change) throw new CaseNotFound();
    const names = await this.categoryNames([live?.content.categoryId, change.content.categoryId], locale);
    return {
      ...withAge(row, locale),
      live: live && { content: live.content, pictures: live.pictures },
      proposed: { content: change.content, pictures: change.pictures },
      changes: changesBetween(live?.content ?? null, change.content, {
        locale,
        categoryName: (id) => names.get(id) ?? id,
      }),
      sellerHistory: {
        productCount,
        refusalCount,
        memberSinceText: seller ? formatDate(seller.memberSince, locale) : '',
      },
      decisions: decisions.map((decision) => ({
        ...decision,
        atText: formatDate(decision.at, locale, { time: true }),
      })),
    };
  }

  private async categoryNames(ids: (string | undefined)[], locale: Locale): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== undefined))];
    const rows = await this.database.named<{ id: string; name: string }>(categoryNames, [locale, wanted]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
