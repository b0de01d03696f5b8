import { buildStale, compileStale } from '../build/build.ts';
import { benchSizes } from './bench-sizes.ts';
import { marketplacePlace, runCli, throwawayPlace, type CommandPlace } from './command-place.ts';

/** Where a command works: the servers the environment names, those that run already, or some started for it. */
async function placeFor(command: string): Promise<CommandPlace> {
  if (process.env.DATABASE_URL) return { env: process.env, leave: async () => undefined };
  // Relevance brings its own data: it never touches the marketplace's.
  return command === 'relevance' ? throwawayPlace() : marketplacePlace();
}

async function runInPlace(command: string, args: string[]): Promise<number> {
  const place = await placeFor(command);
  try {
    return await runCli([command, ...args], place.env);
  } finally {
    await place.leave();
  }
}

const [command = '', ...rest] = process.argv.slice(2);
if (command === 'bench') await buildStale();
else await compileStale(['@tiwizi/cli']);
// Ctrl-C reaches the command by itself; we stay to put the engines away after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.exit(command === 'bench' ? await benchSizes(rest) : await runInPlace(command, rest));
