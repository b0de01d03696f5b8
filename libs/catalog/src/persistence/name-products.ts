import { Injectable } from '@nestjs/common';
import { Database, SubjectNames } from '@tiwizi/persistence';

/** What the journal calls a product: its name on show, else the one of its draft. */
@Injectable()
export class NameProducts {
  constructor(database: Database, names: SubjectNames) {
    names.tell('product', async (ids, locale) => {
      const rows = await database.query<{ id: string; name: string }>(
        `select l.id, platform.localized(coalesce(p.title, l.draft -> 'title'), $2) ->> 'text' as name
         from catalog.listing l left join catalog.product p on p.id = l.id
         where l.id = any ($1::uuid[])`,
        [ids, locale],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }
}
