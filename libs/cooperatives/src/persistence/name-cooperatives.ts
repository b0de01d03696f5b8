import { Injectable } from '@nestjs/common';
import { Database, SubjectNames } from '@tiwizi/persistence';

/** What the journal calls a cooperative. */
@Injectable()
export class NameCooperatives {
  constructor(database: Database, names: SubjectNames) {
    names.tell('cooperative', async (ids, locale) => {
      const rows = await database.query<{ id: string; name: string }>(
        `select id, platform.localized(name, $2) ->> 'text' as name
         from cooperatives.cooperative where id = any ($1::uuid[])`,
        [ids, locale],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }
}
