import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale } from '../build/build.ts';
import { root } from '../build/projects.ts';

// Every page as it is now, into docs/screenshots.
await buildStale((line) => console.log(line));
const cli = join(root, 'node_modules/@playwright/test/cli.js');
const args = ['test', '--config', 'apps/storefront-e2e/screenshots.config.ts', '--reporter=list'];
const child = spawn(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' });
child.once('close', (code) => process.exit(code ?? 1));
