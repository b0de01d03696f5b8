import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStale } from '../build/build.ts';
import { root } from '../build/projects.ts';
import { storefrontTypes } from '../build/storefront.ts';

interface Tally {
  passed: number;
  failed: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

const oneFailed: Tally = { passed: 0, failed: 1 };
const reports = mkdtempSync(join(tmpdir(), 'tiwizi-reports-'));
const program = (path: string) => join(root, 'node_modules', path);

function node(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' } as const;
    const child = spawn(process.execPath, args, options);
    child.once('error', () => resolve(1)).once('close', (code) => resolve(code ?? 1));
  });
}

function asTally(isGood: boolean): Tally {
  return isGood ? { passed: 1, failed: 0 } : oneFailed;
}

async function types(): Promise<Tally> {
  await storefrontTypes();
  return asTally((await node([program('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'])) === 0);
}

async function lint(): Promise<Tally> {
  return asTally((await node(['infra/lint/lint.ts'])) === 0);
}

/** A test that does not run is not a test that passes. */
async function specs(): Promise<Tally> {
  const file = join(reports, 'jest.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const code = await node([
    ...flags,
    program('jest/bin/jest.js'),
    '--ci',
    '--json',
    `--outputFile=${file}`,
    '--silent',
  ]);
  if (!existsSync(file)) return oneFailed;
  const report: JestReport = JSON.parse(readFileSync(file, 'utf8'));
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report;
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed || Number(code !== 0) };
}

async function build(): Promise<Tally> {
  await buildStale((line) => console.log(line));
  return asTally(true);
}

async function browser(): Promise<Tally> {
  const file = join(reports, 'playwright.json');
  const args = [
    'test',
    '--config',
    'apps/storefront-e2e/playwright.config.ts',
    '--forbid-only',
    '--reporter=list,json',
  ];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NODE_ENV: '' };
  const code = await node([program('@playwright/test/cli.js'), ...args], env);
  if (!existsSync(file)) return oneFailed;
  const { stats, errors }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: failed || Number(code !== 0) };
}

/** One part of the run; what it throws is shown and counts as a failure. */
async function part(title: string, work: () => Promise<Tally>): Promise<Tally> {
  const started = Date.now();
  console.log(`\n── ${title}`);
  const tally = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return oneFailed;
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`── ${title}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  return tally;
}

// Ctrl-C reaches every part by itself; each puts its own engines away.
process.on('SIGINT', () => process.exit(130));

const tallies = [
  ...(await Promise.all([part('types', types), part('lint', lint)])),
  await part('unit, database and HTTP tests', specs),
  await part('build', build),
  await part('browser tests', browser),
];
rmSync(reports, { recursive: true, force: true });
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
