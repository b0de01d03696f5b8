import { Injectable } from '@nestjs/common';
import { SynonymsChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, Database, newId } from '@tiwizi/persistence';
import { distinctWords, groupColumns, type GroupRow } from './synonym-group.js';

export interface WrittenGroup {
  readonly words: readonly string[];
  readonly note?: string | undefined;
}

@Injectable()
export class AddSynonyms {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: string, { words, note = '' }: WrittenGroup): Promise<GroupRow> {
    const distinct = distinctWords(words);
    return this.database.transaction(async (tx) => {
      const [group]: GroupRow[] = await tx.query(
        `insert into search.synonym (id, words, note) values ($1, $2, $3) returning ${groupColumns}`,
        [newId(), distinct, note],
      );
      if (!group) throw new Error('an inserted group was not answered');
      await this.journal.record(tx, {
        action: 'search.synonyms-added',
        subject: `synonyms:${group.id}`,
        actor,
        details: { words: distinct, note },
      });
      await this.outbox.publish(tx, SynonymsChangedV1, { at: group.changedAt });
      return group;
    });
  }
}
