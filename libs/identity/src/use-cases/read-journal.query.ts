import { Injectable } from '@nestjs/common';
import type { ReadJournal as Contract, ResponseOf, Role } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { AuditJournal, Database, SubjectNames } from '@tiwizi/persistence';

const pageSize = 50;

interface Person {
  id: string;
  name: string;
  roles: Role[];
  cooperative: string | null;
}

const people = {
  name: 'identity/journal-people',
  text: `
    select a.id, a.name, a.roles,
      (select g.name from identity.cooperative_grant g where g.account_id = a.id
       order by g.granted_at, g.cooperative_id limit 1) as cooperative
    from identity.account a where a.id = any ($1::uuid[])`,
};

/** From the most a person may do to the least. */
const ranks: readonly Role[] = ['admin', 'finance', 'moderator', 'seller', 'buyer'];

@Injectable()
export class ReadJournal {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
    private readonly names: SubjectNames,
  ) {
    names.tell('account', async (ids) => new Map([...(await this.people(ids))].map(([id, { name }]) => [id, name])));
  }

  async execute(
    filter: { subject?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
    locale: Locale,
  ): Promise<ResponseOf<typeof Contract>> {
    const { items, nextCursor } = await this.journal.list({ ...filter, limit: filter.limit ?? pageSize });
    const [subjects, actors] = await Promise.all([
      this.names.of(
        items.map(({ subject }) => subject),
        locale,
      ),
      this.people(items.map(({ actor }) => actor)),
    ]);
    return {
      items: items.map((row) => {
        const person = actors.get(row.actor);
        return {
          ...row,
          subjectName: subjects.get(row.subject) ?? null,
          actorName: person?.name ?? null,
          actorRole: ranks.find((role) => person?.roles.includes(role)) ?? null,
          actorCooperative: person?.cooperative ?? null,
        };
      }),
      nextCursor,
    };
  }

  private async people(ids: readonly string[]): Promise<Map<string, Person>> {
    const known = [...new Set(ids)].filter((id) => isId.test(id));
    const rows = known.length ? await this.database.named<Person>(people, [known]) : [];
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
