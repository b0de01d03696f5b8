import { Global, Module, type DynamicModule } from '@nestjs/common';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { AuditJournal } from './audit-journal.js';
import { ChangeFeed } from './changes/change-feed.js';
import { Cursors } from './cursors.js';
import { makeDataSource } from './data-source.js';
import { DATA_SOURCE, Database } from './database.js';
import { SubjectNames } from './subject-names.js';

export interface PersistenceOptions {
  /** Connections this process may hold at once. */
  poolSize: number;
  applicationName: string;
  /** Milliseconds one statement may take (15 s unless told). */
  statementTimeout?: number;
}

@Global()
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceOptions): DynamicModule {
    const dataSource = {
      provide: DATA_SOURCE,
      inject: [SETTINGS],
      useFactory: ({ databaseUrl }: Settings) => makeDataSource({ url: databaseUrl, ...options }).initialize(),
    };
    return {
      module: PersistenceModule,
      providers: [dataSource, Database, Cursors, AuditJournal, SubjectNames, ChangeFeed],
      exports: [Database, Cursors, AuditJournal, SubjectNames, ChangeFeed],
    };
  }
}
