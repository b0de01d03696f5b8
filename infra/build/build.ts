import { compile } from './compile.ts';
import { buildStorefront } from './storefront.ts';
import { projects, withDependencies } from './projects.ts';

const notCompiled = new Set(['@tiwizi/storefront', '@tiwizi/storefront-e2e', '@tiwizi/testing']);

/** Compiles the named projects and what they stand on; without names, all that Node runs. */
export async function compileStale(names?: string[]): Promise<number> {
  const list = names ? withDependencies(names) : [...projects().values()];
  const counts = await Promise.all(list.filter(({ name }) => !notCompiled.has(name)).map(compile));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Everything `npm start` runs, built where it is stale. */
export async function buildStale(say: (line: string) => void = () => undefined): Promise<void> {
  const started = Date.now();
  const files = await compileStale();
  if (files) say(`compiled ${files} files in ${Date.now() - started} ms`);
  const bundling = Date.now();
  if (await buildStorefront()) say(`bundled the storefront in ${Math.round((Date.now() - bundling) / 100) / 10} s`);
}

if (import.meta.main) {
  await buildStale((line) => console.log(line));
}
