import { Injectable } from '@nestjs/common';
import { SynonymsChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { SynonymsNotFound } from './synonym-errors.js';

@Injectable()
export class RemoveSynonyms {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [[removed]]: [{ words: string[] }[], number] = await tx.query(
        'delete from search.synonym where id = $1 returning words',
        [id],
      );
      if (!removed) throw new SynonymsNotFound();
      await this.journal.record(tx, {
        action: 'search.synonyms-removed',
        subject: `synonyms:${id}`,
        actor,
        details: { words: removed.words },
      });
      await this.outbox.publish(tx, SynonymsChangedV1, { at: new Date().toISOString() });
    });
  }
}
