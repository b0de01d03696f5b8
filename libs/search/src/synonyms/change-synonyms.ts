import { Injectable } from '@nestjs/common';
import { SynonymsChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, Database } from '@tiwizi/persistence';
import type { WrittenGroup } from './add-synonyms.js';
import { SynonymsChangedElsewhere, SynonymsNotFound } from './synonym-errors.js';
import { distinctWords, groupColumns, type GroupRow } from './synonym-group.js';

/** Two people at one group: the second one is told, and nothing of the first is lost. */
@Injectable()
export class ChangeSynonyms {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: string, id: string, written: WrittenGroup & { version: number }): Promise<GroupRow> {
    const words = distinctWords(written.words);
    return this.database.transaction(async (tx) => {
      const [before]: GroupRow[] = await tx.query(
        `select ${groupColumns} from search.synonym where id = $1 for update`,
        [id],
      );
      if (!before) throw new SynonymsNotFound();
      if (before.version !== written.version) throw new SynonymsChangedElsewhere();
      const note = written.note ?? before.note;
      const [[group]]: [GroupRow[], number] = await tx.query(
        `update search.synonym set words = $2, note = $3, version = version + 1, changed_at = clock_timestamp()
         where id = $1 returning ${groupColumns}`,
        [id, words, note],
      );
      if (!group) throw new SynonymsNotFound();
      await this.journal.record(tx, {
        action: 'search.synonyms-changed',
        subject: `synonyms:${id}`,
        actor,
        details: { before: before.words, after: words, note },
      });
      await this.outbox.publish(tx, SynonymsChangedV1, { at: group.changedAt });
      return group;
    });
  }
}
