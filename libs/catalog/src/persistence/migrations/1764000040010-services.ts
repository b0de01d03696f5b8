import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (...names: string[]) => `
  alter table catalog.product drop constraint product_kind_check;
  alter table catalog.product add constraint product_kind_check
    check (kind in (${names.map((name) => `'${name}'`).join(', ')}));`;

/** Workshops, stays and catering are no goods: nothing of them is counted out or sent. */
export class Services1764000040010 implements MigrationInterface {
  readonly name = 'Services1764000040010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds('stock', 'unique', 'made-to-order', 'service'));
    await runner.query(`
      with service as (
        update catalog.product p set kind = 'service', measure = nullif(p.measure, '1')
        from catalog.category c
        where c.id = p.category_id and 'services' = any (c.ancestor_ids)
        returning p.id
      )
      update catalog.variant v set measure = null
      from service where v.product_id = service.id and v.measure = '1'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update catalog.product set kind = 'stock' where kind = 'service'`);
    await runner.query(kinds('stock', 'unique', 'made-to-order'));
  }
}
