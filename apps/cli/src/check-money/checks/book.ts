import type { Check } from '../check.js';

/** The book by itself: it balances, nothing was changed, removed or written twice. */
export const bookChecks: Check[] = [
  {
    id: 'I01',
    rule: 'the lines of an entry sum to zero in each currency',
    sql: `
      select 'entry ' || business_key as subject, '0 ' || currency as expected, sum(amount)::text as found
      from ledger.entry join ledger.line on entry_id = entry.id
      group by entry.id, currency having sum(amount) <> 0`,
  },
  {
    id: 'I01',
    rule: 'an entry has the lines it announced, two at least',
    sql: `
      select 'entry ' || business_key as subject, line_count || ' lines' as expected, count(line)::text as found
      from ledger.entry left join ledger.line on entry_id = entry.id
      group by entry.id having count(line) <> line_count or count(line) < 2`,
  },
  {
    id: 'I02',
    rule: 'the whole book sums to zero in each currency',
    sql: `
      select 'the book' as subject, '0 ' || currency as expected, sum(amount)::text as found
      from ledger.line group by currency having sum(amount) <> 0`,
  },
  {
    id: 'I03',
    rule: 'every entry is as it was written (its hash covers its columns and its lines)',
    sql: `
      select 'entry ' || business_key as subject, encode(hash, 'hex') as expected,
        encode(ledger.hash_of(entry, ledger.lines_of(entry.id)), 'hex') as found
      from ledger.entry
      where hash is distinct from ledger.hash_of(entry, ledger.lines_of(entry.id))`,
  },
  {
    id: 'I03',
    rule: 'every entry follows the one before it in its chain; none is missing',
    sql: `
      with ordered as (
        select business_key, chain, position, previous_hash,
          lag(position, 1, 0::bigint) over chained + 1 as expected_position,
          lag(hash, 1, sha256(convert_to('tiwizi/ledger/' || chain, 'UTF8'))) over chained as expected_hash
        from ledger.entry window chained as (partition by chain order by position)
      )
      select 'chain ' || chain || ' at entry ' || business_key as subject,
        'position ' || expected_position || ', after ' || left(encode(expected_hash, 'hex'), 12) as expected,
        'position ' || position || ', after ' || left(encode(previous_hash, 'hex'), 12) as found
      from ordered where position <> expected_position or previous_hash <> expected_hash`,
  },
  {
    id: 'I03',
    rule: 'no entry was cut off at the end of a chain',
    sql: `
      select 'chain ' || id as subject, 'ends at ' || chain.position as expected,
        'ends at ' || coalesce(last.position, 0) as found
      from ledger.chain
      left join lateral (
        select entry.position, entry.hash from ledger.entry where entry.chain = chain.id
        order by entry.position desc limit 1) as last on true
      where chain.position <> coalesce(last.position, 0) or (last.hash is not null and chain.hash <> last.hash)`,
  },
  {
    id: 'I04',
    rule: 'a business key was posted once',
    sql: `
      select 'entry ' || business_key as subject, '1' as expected, count(*)::text as found
      from ledger.entry group by business_key having count(*) > 1`,
  },
  {
    id: 'I12',
    rule: 'kept balances equal the sums of their postings',
    sql: `
      with summed as (
        select account, currency, sum(amount) as amount from ledger.line
        where ledger.has_balance(account) group by account, currency
      )
      select 'account ' || account || ' ' || currency as subject, coalesce(summed.amount, 0)::text as expected,
        coalesce(balance.amount, 0)::text as found
      from summed full join ledger.balance using (account, currency)
      where coalesce(summed.amount, 0) <> coalesce(balance.amount, 0)`,
  },
  {
    id: 'I12',
    rule: 'nobody is owed less than nothing',
    sql: `
      select 'account ' || account || ' ' || currency as subject, 'not in debit' as expected, sum(amount)::text as found
      from ledger.line where ledger.has_balance(account) and account not like 'seller_debt:%'
      group by account, currency having sum(amount) > 0`,
  },
  {
    id: 'I24',
    rule: 'exchange positions are closed',
    sql: `
      select 'order ' || order_id || ' ' || currency as subject, '0' as expected, sum(amount)::text as found
      from ledger.entry join ledger.line on entry_id = entry.id
      where account = 'fx' group by order_id, currency having sum(amount) <> 0`,
  },
];
