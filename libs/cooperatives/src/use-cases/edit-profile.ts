import { Injectable } from '@nestjs/common';
import { CooperativeChangedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { CooperativeNotFound } from '../domain/cooperative-errors.js';
import { Cooperative, type ProfileChange } from '../domain/cooperative.js';

@Injectable()
export class EditProfile {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: string, cooperativeId: string, change: ProfileChange): Promise<void> {
    await this.database.transaction(async (tx) => {
      const cooperative = await tx.findOne(Cooperative, {
        where: { id: cooperativeId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!cooperative) throw new CooperativeNotFound();
      cooperative.edit(change, new Date());
      await tx.save(cooperative);
      await this.audit.record(tx, {
        action: 'cooperatives.profile-edited',
        subject: `cooperative:${cooperativeId}`,
        actor,
        details: { fields: Object.keys(change) },
      });
      await this.outbox.publish(tx, CooperativeChangedV1, { cooperativeId, slug: cooperative.slug });
    });
  }
}
