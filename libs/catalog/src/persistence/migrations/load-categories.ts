import type { QueryRunner } from 'typeorm';
import { categories } from '../../domain/categories.js';

/** Brings the table in step with the taxonomy; loading it again changes what changed and nothing else. */
export async function loadCategories(runner: QueryRunner): Promise<void> {
  await runner.query(
    `insert into catalog.category
       (id, parent_id, name, craft, ancestor_ids, is_leaf, position, attributes, needs_sanitary_authorisation)
     select c.id, c."parentId", c.name, c.craft, c."ancestorIds", c."isLeaf", c.position, c.attributes,
            c."needsSanitaryAuthorisation"
     from jsonb_to_recordset($1::jsonb) as c(id text, "parentId" text, name jsonb, craft text, "ancestorIds" text[],
       "isLeaf" boolean, position int, attributes jsonb, "needsSanitaryAuthorisation" boolean)
     on conflict (id) do update set
       parent_id = excluded.parent_id, name = excluded.name, craft = excluded.craft,
       ancestor_ids = excluded.ancestor_ids, is_leaf = excluded.is_leaf, position = excluded.position,
       attributes = excluded.attributes, needs_sanitary_authorisation = excluded.needs_sanitary_authorisation`,
    [JSON.stringify(categories)],
  );
}
