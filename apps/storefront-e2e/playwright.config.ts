import { defineConfig } from '@playwright/test';
import { provideChromium } from '../../infra/run/chromium.mjs';

// Whoever names a port has a marketplace running there already (or wants it there).
const mayReuse = process.env.E2E_PORT !== undefined;
// The workers are processes of their own: they find the address in the environment.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
const baseURL = `http://localhost:${process.env.E2E_PORT}`;
const { executablePath, env, args } = provideChromium();

export default defineConfig({
  testDir: 'src',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  webServer: {
    command: `"${process.execPath}" apps/storefront-e2e/src/marketplace/start.ts`,
    cwd: '../..',
    url: `${baseURL}/health/ready`,
    reuseExistingServer: mayReuse,
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Africa/Casablanca',
    launchOptions: { executablePath, env, args },
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
  },
});
