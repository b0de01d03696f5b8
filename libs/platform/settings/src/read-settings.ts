import type { LogLevel, Mode, Settings } from './settings.js';

const modes: readonly Mode[] = ['demo', 'test', 'production'];
const logLevels: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads and checks everything before it complains: one message names every variable that is missing or wrong. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const checked = <T>(
    name: string,
    fallback: T | undefined,
    read: (text: string) => T | undefined,
    rule: string,
  ): T => {
    const text = given(name);
    const value = text === undefined ? fallback : read(text);
    if (value === undefined) faults.push(text === undefined ? `${name} is missing` : `${name} must be ${rule}`);
    return value as T;
  };
  const text = (name: string, fallback?: string) => checked(name, fallback, (value) => value, 'set');
  const url = (name: string, schemes: string[], fallback?: string) =>
    checked(name, fallback, (value) => urlWith(schemes, value), `a URL beginning with ${schemes.join(' or ')}`);
  const port = (name: string, fallback: number | null) =>
    checked<number | null>(name, fallback, portFrom, 'a port number from 0 to 65535');
  const oneOf = <T extends string>(name: string, choices: readonly T[], fallback: T) =>
    checked(name, fallback, (value) => choices.find((choice) => choice === value), `one of ${choices.join(', ')}`);

  const mode = oneOf('TIWIZI_MODE', modes, 'production');
  const deliverable = (name: string, schemes: string[]) =>
    mode === 'production' || given(name) ? url(name, schemes) : null;
  const settings: Settings = {
    mode,
    host: text('HOST', '127.0.0.1'),
    port: port('PORT', 3000) ?? 3000,
    metricsPort: port('METRICS_PORT', null),
    metricsToken: checked<string | null>(
      'METRICS_TOKEN',
      null,
      (value) => (value.length >= 16 ? value : undefined),
      'at least 16 characters',
    ),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    meiliUrl: (url('MEILI_URL', ['http:', 'https:']) ?? '').replace(/\/$/, ''),
    meiliKey: text('MEILI_KEY'),
    indexPrefix: text('MEILI_INDEX_PREFIX', ''),
    storageUrl: url('STORAGE_URL', ['file:']),
    stripeSecretKey: text('STRIPE_SECRET_KEY'),
    stripeWebhookSecret: text('STRIPE_WEBHOOK_SECRET'),
    stripeApiBase: given('STRIPE_API_BASE') ? url('STRIPE_API_BASE', ['http:', 'https:']) : null,
    appSecret: checked(
      'APP_SECRET',
      undefined,
      (value) => (value.length >= 32 ? value : undefined),
      'at least 32 characters',
    ),
    publicUrl: (url('PUBLIC_URL', ['http:', 'https:']) ?? '').replace(/\/$/, ''),
    mailUrl: deliverable('MAIL_URL', ['smtp:', 'smtps:']),
    smsUrl: deliverable('SMS_URL', ['http:', 'https:']),
    trustProxy: oneOf('TRUST_PROXY', ['yes', 'no'], 'no') === 'yes',
    logLevel: oneOf('LOG_LEVEL', logLevels, 'info'),
    hasRateLimits: !(mode === 'test' && given('RATE_LIMITS') === 'off'),
  };
  if (faults.length) throw new Error(`The settings are not complete: ${faults.join('; ')}.`);
  return settings;
}

function urlWith(schemes: string[], value: string): string | undefined {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol) ? value : undefined;
}

function portFrom(value: string): number | undefined {
  const port = Number(value);
  return /^\d+$/.test(value) && port <= 65_535 ? port : undefined;
}
