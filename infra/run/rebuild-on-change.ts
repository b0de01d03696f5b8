import { watch } from 'node:fs';
import { join } from 'node:path';
import { compileStale } from '../build/build.ts';
import { root } from '../build/projects.ts';
import { buildStorefront } from '../build/storefront.ts';
import { say } from './say.ts';
import type { Supervisor } from './supervisor.ts';

const notSources = /(^|\/)(dist|build|node_modules|\.react-router|test-results)(\/|$)|\.spec\.tsx?$|\.new$/;
const settleMs = 80;

/** Rebuilds what a saved file touches and restarts the processes that run it. */
export function rebuildOnChange(supervisor: Supervisor): void {
  let timer: NodeJS.Timeout | undefined;
  let queue = Promise.resolve();
  const changed = (_: string, file: string | null) => {
    if (file && notSources.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      queue = queue.then(() => rebuild(supervisor));
    }, settleMs);
  };
  for (const folder of ['apps', 'libs']) watch(join(root, folder), { recursive: true }, changed);
  say('Watching for changes.');
}

async function rebuild(supervisor: Supervisor): Promise<void> {
  const started = Date.now();
  try {
    const files = await compileStale();
    const isBundled = await buildStorefront();
    if (!files && !isBundled) return;
    await Promise.all([supervisor.restart('api'), files ? supervisor.restart('worker') : undefined]);
    say(`rebuilt and restarted (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}
