import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { allocator, flagsOf } from './node-programs.ts';
import { marketplacePlace, runCli, throwawayPlace, type CommandPlace } from './command-place.ts';

const options = {
  sizes: { type: 'string' },
  products: { type: 'string', default: '10000' },
  data: { type: 'string' },
  'seeded-only': { type: 'boolean', default: false },
  json: { type: 'string' },
  docs: { type: 'string' },
  only: { type: 'string' },
  profile: { type: 'string' },
  quick: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const;

/**
 * Measures one size after another, each on engines of its own: thrown away after it, or, with `--data FOLDER`, kept in
 * `FOLDER/<size>` (a data folder like any other, seeded beforehand or now). A size that fails is said and left out.
 */
export async function benchSizes(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const sizes = (values.sizes ?? values.products).split(',').filter(Boolean);
  const results = mkdtempSync(join(tmpdir(), 'tiwizi-bench-'));
  let isInterrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (isInterrupted = true));
  try {
    let env: NodeJS.ProcessEnv | undefined;
    for (const size of sizes) {
      if (!isInterrupted) env = (await measureSize(size, values, join(results, `${size}.json`))) ?? env;
    }
    const files = sizes.map((size) => join(results, `${size}.json`)).filter((file) => existsSync(file));
    if (!files.length || !env) return 1;
    const code = await runCli(['bench-report', ...passed(values, ['json', 'docs']), ...files], env);
    return files.length < sizes.length ? 1 : code;
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** What the command was told of this size's engines; nothing when there were none. */
async function measureSize(size: string, values: Values, json: string): Promise<NodeJS.ProcessEnv | undefined> {
  let place: CommandPlace | undefined;
  try {
    place = await placeOf(size, values);
    const own = ['--products', size, '--json', json, ...passed(values, ['only', 'profile'])];
    // The measured processes are started as the supervisor starts them.
    const flags = (['quick', 'force'] as const).filter((flag) => values[flag]).map((flag) => `--${flag}`);
    const nodeFlags = { TIWIZI_NODE_FLAGS: flagsOf('api').join(' '), TIWIZI_WORKER_FLAGS: flagsOf('worker').join(' ') };
    const env = { ...place.env, ...allocator, ...nodeFlags };
    const code = await runCli(['bench', ...own, ...flags], env);
    if (code !== 0) console.error(`${size} products: the measurement failed; it says why above`);
    return place.env;
  } catch (error) {
    console.error(`${size} products: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    await place?.leave();
  }
}

async function placeOf(size: string, values: Values): Promise<CommandPlace> {
  if (process.env.DATABASE_URL) return { env: process.env, leave: async () => undefined };
  if (!values.data) return throwawayPlace();
  const folder = resolve(values.data, size);
  if (values['seeded-only'] && !existsSync(folder)) throw new Error(`nothing is seeded in ${folder}`);
  return marketplacePlace(folder);
}

const passed = (values: Values, names: readonly ('json' | 'docs' | 'only' | 'profile')[]): string[] =>
  names.flatMap((name) => (values[name] ? [`--${name}`, resolved(name, values[name])] : []));

/** The command runs where it was asked; files are meant from there. */
const resolved = (name: string, value: string): string => (name === 'only' ? value : resolve(value));
