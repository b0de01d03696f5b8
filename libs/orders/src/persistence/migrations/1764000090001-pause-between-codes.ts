import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PauseBetweenCodes1764000090001 implements MigrationInterface {
  readonly name = 'PauseBetweenCodes1764000090001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table orders."order" add column code_sent_at timestamptz not null default now()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table orders."order" drop column code_sent_at`);
  }
}
