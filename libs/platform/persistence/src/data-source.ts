import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { SnakeCaseNaming } from './naming.js';
import { PreparingClient } from './preparing-client.js';

export interface ConnectionOptions {
  url: string;
  poolSize: number;
  applicationName: string;
  /** Milliseconds; long work (migrations, rebuilding) brings its own. */
  statementTimeout?: number;
}

/**
 * Compiling a plan pays for reports of seconds. Our statements take a millisecond, and those that read JSON lists look
 * dear to the planner, so a server with a compiler would compile them at every call.
 */
const noCompiling = 'jit=off';

/** Limits of reliability §1.8: nobody waits for a lock, a statement or an idle transaction without end. */
const sessionLimits = (statementTimeout: number) =>
  [
    'timezone=UTC',
    'lock_timeout=3000',
    `statement_timeout=${statementTimeout}`,
    'idle_in_transaction_session_timeout=30000',
    noCompiling,
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');

export function makeDataSource({
  url,
  poolSize,
  applicationName,
  statementTimeout = 15_000,
}: ConnectionOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    // Every entity class that has been loaded: a context's entities come with its module.
    entities: [...new Set(getMetadataArgsStorage().tables.map(({ target }) => target))] as never,
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize,
    connectTimeoutMS: 3000,
    applicationName,
    extra: {
      Client: PreparingClient,
      options: sessionLimits(statementTimeout),
      keepAlive: true,
      idleTimeoutMillis: 60_000,
    },
    // A connection cut while idle is replaced at the next use.
    poolErrorHandler: () => undefined,
  });
}
