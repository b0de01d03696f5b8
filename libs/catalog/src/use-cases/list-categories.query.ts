import { Injectable } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache } from '@tiwizi/http';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { localizedOf } from '../persistence/card.fragment.js';

const statement: NamedStatement = {
  name: 'catalog/categories',
  text: `
    select json_build_object('categories', json_agg(json_build_object(
      'id', c.id, 'parentId', c.parent_id, 'name', ${localizedOf('c.name', '$1')}, 'craft', c.craft,
      'isLeaf', c.is_leaf, 'productCount', c.product_count, 'attributes', c.attributes,
      'needsSanitaryAuthorisation', c.needs_sanitary_authorisation,
      'picture', '/pictures/categories/' || c.craft || '.svg') order by c.position))::text
    from catalog.category c`,
};

@Injectable()
export class ListCategories {
  constructor(
    private readonly database: Database,
    private readonly cache: ReadCache,
  ) {}

  execute(locale: Locale): Promise<Buffer> {
    return this.cache.until(`catalog/categories/${locale}`, async () => {
      const text = (await this.database.json(statement, [locale])) ?? '{"categories":[]}';
      return { text, topics: [topics.shelves], freshMs: 60_000 };
    });
  }
}
