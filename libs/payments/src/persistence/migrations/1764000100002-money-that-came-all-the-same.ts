import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MoneyThatCameAllTheSame1764000100002 implements MigrationInterface {
  readonly name = 'MoneyThatCameAllTheSame1764000100002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A card that was given up may have been taken at the provider: its money goes back, beside another payment.
      insert into payments.arrow (object, previous, status)
        select 'card', previous, 'orphaned' from unnest(array['failed', 'canceled', 'expired', 'voided']) as previous
        on conflict do nothing;
      drop index payments.one_live_payment;
      create unique index one_live_payment on payments.payment (order_id)
        where status not in ('failed', 'canceled', 'expired', 'voided', 'orphaned', 'refunded');

      -- A line of a bank statement pays one order.
      create table payments.bank_receipt (
        bank_reference text primary key,
        payment_id uuid not null references payments.payment,
        actor text not null,
        matched_at timestamptz not null default now()
      );
      create index on payments.bank_receipt (payment_id);
      create trigger append_only before update or delete on payments.bank_receipt
        for each row execute function platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table payments.bank_receipt;
      drop index payments.one_live_payment;
      create unique index one_live_payment on payments.payment (order_id)
        where status not in ('failed', 'canceled', 'expired', 'voided');
      delete from payments.arrow
        where object = 'card' and status = 'orphaned' and previous in ('failed', 'canceled', 'expired', 'voided');
    `);
  }
}
