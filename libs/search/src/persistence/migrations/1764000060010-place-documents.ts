import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What else documents are narrowed by. Rows made before are made again with the index, whose version changes too. */
export class PlaceDocuments1764000060010 implements MigrationInterface {
  readonly name = 'PlaceDocuments1764000060010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search.document
        add province_id text not null default '',
        add is_women_led boolean not null default false,
        add ships_to text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table search.document drop province_id, drop is_women_led, drop ships_to');
  }
}
