import { Injectable } from '@nestjs/common';
import { IndexChanges } from './index-changes.js';
import { RefreshDocuments } from './refresh-documents.js';

/** Brings some products, as they are now, into PostgreSQL's rows and then into the engine. */
@Injectable()
export class IndexProducts {
  constructor(
    private readonly refresh: RefreshDocuments,
    private readonly changes: IndexChanges,
  ) {}

  async execute(productIds: readonly string[]): Promise<void> {
    await this.refresh.execute(productIds);
    await this.changes.execute(productIds);
  }
}
