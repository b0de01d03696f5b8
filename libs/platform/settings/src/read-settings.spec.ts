import { readSettings } from './index.js';

const complete = {
  TIWIZI_MODE: 'demo',
  DATABASE_URL: 'postgres://tiwizi@127.0.0.1/tiwizi',
  MEILI_URL: 'http://127.0.0.1:7700/',
  MEILI_KEY: 'key',
  STORAGE_URL: 'file:///tmp/media',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  APP_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'http://localhost:3000/',
};

describe('the settings', () => {
  it('are read with defaults, and addresses without a slash at the end', () => {
    expect(readSettings({ ...complete, PORT: '' })).toMatchObject({
      mode: 'demo',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      meiliUrl: 'http://127.0.0.1:7700',
      stripeApiBase: null,
      mailUrl: null,
      hasRateLimits: true,
    });
  });

  it('name every missing or wrong variable in one message', () => {
    const env = { ...complete, DATABASE_URL: undefined, PORT: '99999', APP_SECRET: 'short', MEILI_URL: 'nowhere' };
    expect(() => readSettings(env)).toThrow(
      'The settings are not complete: PORT must be a port number from 0 to 65535; DATABASE_URL is missing; ' +
        'MEILI_URL must be a URL beginning with http: or https:; APP_SECRET must be at least 32 characters.',
    );
  });

  it('ask for real transports in production, and take its limits off for nobody', () => {
    const env = { ...complete, TIWIZI_MODE: 'production' };
    expect(() => readSettings(env)).toThrow('MAIL_URL is missing; SMS_URL is missing');
    const delivered = { ...env, MAIL_URL: 'smtp://mail:25', SMS_URL: 'https://sms.example', RATE_LIMITS: 'off' };
    expect(readSettings(delivered).hasRateLimits).toBe(true);
  });
});
