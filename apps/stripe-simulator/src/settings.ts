import type { SimulatorOptions } from './simulator.js';

/** Reads the environment; one message names everything that is missing. */
export function readSettings(env: NodeJS.ProcessEnv): SimulatorOptions {
  const missing = ['DATABASE_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'].filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`the Stripe simulator needs ${missing.join(', ')}`);
  const port = Number(env['SIMULATOR_PORT'] ?? env['PORT'] ?? 12_111);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('SIMULATOR_PORT must be a port number');
  return {
    databaseUrl: env['DATABASE_URL'] ?? '',
    port,
    secretKey: env['STRIPE_SECRET_KEY'] ?? '',
    webhookSecret: env['STRIPE_WEBHOOK_SECRET'] ?? '',
    webhookUrl: env['WEBHOOK_URL'] || undefined,
    publicUrl: env['PUBLIC_URL']?.replace(/\/$/, '') || undefined,
    host: env['HOST'] || undefined,
  };
}
