import { Injectable } from '@nestjs/common';
import { indexVersion } from '../engine/index-settings.js';
import { BuildIndex, type Progress } from './build-index.js';
import { IndexChanges } from './index-changes.js';

/** An index that is missing, or was made with other settings or another lexicon, is built by itself. */
@Injectable()
export class EnsureIndex {
  private readonly version = indexVersion();

  constructor(
    private readonly changes: IndexChanges,
    private readonly build: BuildIndex,
  ) {}

  /** False while the index is of another version, because somebody else is building it. */
  async execute(onProgress?: Progress): Promise<boolean> {
    if ((await this.changes.index.version()) !== this.version) return this.build.execute(onProgress);
    await this.build.tidy();
    return true;
  }
}
