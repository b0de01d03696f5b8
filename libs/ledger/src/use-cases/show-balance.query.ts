import { Injectable } from '@nestjs/common';
import type { Balance, Money } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { amountColumn, Cursors, Database } from '@tiwizi/persistence';
import { accounts } from '../domain/accounts.js';
import { presentShare, type ShareRow } from '../http/balance.presenter.js';

/** Cooperatives are owed dirhams: foreign money is changed before it reaches them. */
const currency = 'MAD';
const pageSize = 20;

/** What a cooperative is owed, in all and sub-order by sub-order, newest first; read from the book alone. */
@Injectable()
export class ShowBalance {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(
    cooperativeId: string,
    { cursor, limit = pageSize, locale }: { cursor?: string | undefined; limit?: number | undefined; locale: Locale },
  ): Promise<Balance> {
    const before = cursor ? String(this.cursors.decode('ledger/shares', cursor)[0]) : null;
    const [totals, rows] = await Promise.all([
      this.totals(cooperativeId),
      this.database.named<ShareRow>(sharesPage, [cooperativeId, before, limit + 1]),
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      cooperativeId,
      ...totals,
      lines: page.map((row) => presentShare(row, locale)),
      nextCursor: rows.length > limit && last ? this.cursors.encode('ledger/shares', [last.subOrderId]) : null,
    };
  }

  private async totals(cooperativeId: string): Promise<Omit<Balance, 'cooperativeId' | 'lines' | 'nextCursor'>> {
    const named = {
      pending: accounts.sellerPending(cooperativeId),
      available: accounts.sellerAvailable(cooperativeId),
      held: accounts.sellerHeld(cooperativeId),
      inTransit: accounts.payoutInTransit(cooperativeId),
      debt: accounts.sellerDebt(cooperativeId),
    };
    const rows = await this.database.named<{ account: string; amount: string }>(totalsOf, [
      cooperativeId,
      Object.values(named),
      currency,
    ]);
    const owed = (account: string): Money => {
      const row = rows.find((one) => one.account === account);
      return { amount: row ? amountColumn(row.amount) : 0, currency };
    };
    return {
      escrow: owed('escrow'),
      escrowDue: owed('escrow-due'),
      pending: owed(named.pending),
      available: owed(named.available),
      held: owed(named.held),
      inTransit: owed(named.inTransit),
      debt: owed(named.debt),
    };
  }
}

/** Every total is shown as a positive amount, whichever side of the book it stands on. */
const totalsOf = {
  name: 'ledger/totals',
  text: `
    select account, abs(amount) as amount from ledger.balance where account = any ($2::text[]) and currency = $3
    union all
    select shown.account, shown.amount
    from (
      select coalesce(-sum(balance.amount), 0) as whole, coalesce(sum(share.due_amount), 0) as due
      from ledger.share
      join ledger.balance on balance.account = 'escrow:' || share.sub_order_id and balance.currency = $3
      where share.cooperative_id = $1 and share.is_funded and share.delivered_at is null and share.ended_at is null
    ) as kept
    cross join lateral (values ('escrow', kept.whole), ('escrow-due', kept.due)) as shown (account, amount)`,
};

/** An entry may concern several cooperatives: of those only the sub-order's own lines are read. */
const sharesPage = {
  name: 'ledger/shares-page',
  text: `
    select sub_order_id as "subOrderId", sub_order_number as "subOrderNumber", method, currency,
      goods_amount as "goodsAmount", shipping_amount as "shippingAmount", commission_amount as "commissionAmount",
      commission_bps as "commissionBps", vat_amount as "vatAmount", vat_bps as "vatBps", due_amount as "dueAmount",
      is_funded as "isFunded", delivered_at as "deliveredAt", release_at as "releaseAt", remitted_at as "remittedAt",
      released_at as "releasedAt", coalesce(posting.list, '[]') as postings
    from ledger.share
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'entryId', entry.id, 'kind', entry.kind, 'at', ledger.microseconds(entry.occurred_at) / 1000,
        'account', split_part(line.account, ':', 1), 'amount', line.amount, 'currency', line.currency)
        order by entry.position, line.number) as list
      from ledger.entry
      join ledger.line on line.entry_id = entry.id
      where entry.order_id = share.order_id
        and (entry.sub_order_id = share.sub_order_id or line.account = 'escrow:' || share.sub_order_id)
    ) as posting on true
    where cooperative_id = $1 and ($2::uuid is null or sub_order_id < $2) and due_amount is not null
      and ended_at is null
    order by sub_order_id desc limit $3`,
};
