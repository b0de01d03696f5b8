import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From here on a hold is let go for good: a card that is accepted meanwhile confirms nothing any more. */
export class RememberVoids1764000100001 implements MigrationInterface {
  readonly name = 'RememberVoids1764000100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payments.payment add column void_asked_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payments.payment drop column void_asked_at');
  }
}
