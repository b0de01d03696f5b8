import { Injectable } from '@nestjs/common';
import { IndexPump } from './index-pump.js';
import { RefreshDocuments } from './refresh-documents.js';

/** Brings some products, as they are now, into PostgreSQL's rows; what changed is on its way to the engine then. */
@Injectable()
export class IndexProducts {
  constructor(
    private readonly refresh: RefreshDocuments,
    private readonly pump: IndexPump,
  ) {}

  async execute(productIds: readonly string[]): Promise<void> {
    if (await this.refresh.execute(productIds)) this.pump.wake();
  }
}
