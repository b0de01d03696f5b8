import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A service is done on a day arranged with the cooperative: nothing promises one. */
export class ServicesOnSite1764000090010 implements MigrationInterface {
  readonly name = 'ServicesOnSite1764000090010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.sub_order alter column delivery_by drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.sub_order alter column delivery_by set not null');
  }
}
