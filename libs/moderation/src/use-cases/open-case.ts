import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { Database, lock } from '@tiwizi/persistence';
import { MoreThan } from 'typeorm';
import { ModerationCase } from '../domain/moderation-case.js';
import { signalsOf } from '../domain/signals.js';

/**
 * A submitted version becomes a case, and an older one of the same product that still waits is overtaken. Told twice
 * or in the wrong order, it ends the same: one case for a change set, and only the newest of a product open.
 */
@Injectable()
export class OpenCase {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogApi,
  ) {}

  async execute(changeSetId: string): Promise<void> {
    const change = await this.catalog.changeSet(changeSetId);
    if (!change) return;
    const { productCount } = await this.catalog.sellerHistory(change.cooperativeId);
    const { productId, cooperativeId, version, live, content, submittedAt, sellerLocale } = change;
    const title = content.title ?? {};
    const signals = signalsOf({ proposed: content, live: live?.content ?? null, productCount });
    await this.database.transaction(async (tx) => {
      await lock(tx, `moderation/product/${productId}`);
      if (await tx.existsBy(ModerationCase, { changeSetId })) return;
      const waiting = await tx.findOne(ModerationCase, {
        where: { productId, status: 'open' },
        lock: { mode: 'pessimistic_write' },
      });
      const isOvertaken = await tx.existsBy(ModerationCase, { productId, version: MoreThan(version) });
      if (waiting && !isOvertaken) {
        waiting.supersede();
        await tx.save(waiting);
      }
      await tx.insert(
        ModerationCase,
        ModerationCase.open(
          { changeSetId, productId, cooperativeId, version, live, title, signals, submittedAt, sellerLocale },
          isOvertaken,
        ),
      );
    });
  }
}
