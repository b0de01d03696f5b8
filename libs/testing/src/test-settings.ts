import type { Settings } from '@tiwizi/settings';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meili } from './engines.js';

/** What the environment of a test run says, complete and without surprises. */
export function testSettings(databaseUrl: string): Settings {
  const { url, key, prefix } = meili();
  return {
    mode: 'test',
    host: '127.0.0.1',
    port: 0,
    metricsPort: null,
    metricsToken: null,
    databaseUrl,
    meiliUrl: url,
    meiliKey: key,
    indexPrefix: prefix,
    storageUrl: `file://${mkdtempSync(join(tmpdir(), 'tiwizi-media-'))}`,
    stripeSecretKey: 'sk_test_of_the_specs',
    stripeWebhookSecret: 'whsec_of_the_specs',
    stripeApiBase: null,
    appSecret: 'a secret of the specs, long enough to sign with',
    publicUrl: 'http://localhost:3000',
    mailUrl: null,
    smsUrl: null,
    trustProxy: false,
    logLevel: 'silent',
    hasRateLimits: false,
  };
}
