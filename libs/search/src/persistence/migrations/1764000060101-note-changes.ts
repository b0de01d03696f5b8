import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change is noted first, then read into its row, then told to the engine: many of them at a time each. */
export class NoteChanges1764000060101 implements MigrationInterface {
  readonly name = 'NoteChanges1764000060101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search.change add is_read boolean not null default true;
      create index change_unread on search.change (changed_at) where not is_read;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table search.change drop is_read');
  }
}
