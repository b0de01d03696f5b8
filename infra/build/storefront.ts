import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root, withDependencies } from './projects.ts';

const folder = join(root, 'apps/storefront');
const stamp = join(folder, 'build/.sources');
const notSources = /(^|\/)(build|dist|node_modules|\.react-router|test-results)(\/|$)|\.spec\.tsx?$/;

/** Bundles the storefront when anything it is made of changed; says whether it did. */
export async function buildStorefront(): Promise<boolean> {
  if (!existsSync(join(folder, 'vite.config.ts'))) return false;
  const now = await fingerprint();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === now) return false;
  await reactRouter('build');
  await writeFile(stamp, now);
  return true;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(root, 'package-lock.json')));
  for (const project of withDependencies(['@tiwizi/storefront'])) {
    const entries = await readdir(project.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.filter((path) => !notSources.test(relative(project.folder, path))).sort()) {
      hash.update(`${relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('base64url');
}

function reactRouter(command: 'build' | 'typegen'): Promise<void> {
  const program = join(root, 'node_modules/@react-router/dev/bin.cjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, command], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`react-router ${command} failed:\n${output.slice(-6000)}`)),
    );
  });
}

/** The types of the routes, which the type check needs. */
export async function storefrontTypes(): Promise<void> {
  if (existsSync(join(folder, 'react-router.config.ts'))) await reactRouter('typegen');
}
