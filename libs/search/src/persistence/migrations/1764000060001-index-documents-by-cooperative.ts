import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cooperative that changes is looked up in every one of its products. */
export class IndexDocumentsByCooperative1764000060001 implements MigrationInterface {
  readonly name = 'IndexDocumentsByCooperative1764000060001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index document_of_cooperative on search.document (cooperative_slug, product_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index search.document_of_cooperative');
  }
}
