import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A product that cannot be read or told steps behind the others; after many tries it is left to a person. */
export class CountTries1764000060102 implements MigrationInterface {
  readonly name = 'CountTries1764000060102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table search.change add tries smallint not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table search.change drop tries');
  }
}
