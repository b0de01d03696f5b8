export type Mode = 'demo' | 'test' | 'production';
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface Settings {
  mode: Mode;
  /** The address the API listens on; the machine itself unless the environment opens it. */
  host: string;
  port: number;
  /** Where the worker answers health and metrics; null where nobody asks. */
  metricsPort: number | null;
  /** Whoever shows it reads the api's metrics; null: nobody does. */
  metricsToken: string | null;
  databaseUrl: string;
  meiliUrl: string;
  meiliKey: string;
  /** Begins the name of every search index, so that two installations may share an engine. */
  indexPrefix: string;
  storageUrl: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  /** The payment simulator's address; null asks the provider itself. */
  stripeApiBase: string | null;
  /** Signs cursors and keys the hashes of codes: at least 32 characters, the same in every process. */
  appSecret: string;
  publicUrl: string;
  /** Null keeps messages in the demonstration's mailbox. */
  mailUrl: string | null;
  smsUrl: string | null;
  /** The proxy in front is trusted to name the visitor's address. */
  trustProxy: boolean;
  logLevel: LogLevel;
  /** Off only where a load test is the one who calls. */
  hasRateLimits: boolean;
}
