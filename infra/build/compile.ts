import { transformFile, type Options } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { root, type Project } from './projects.ts';

const sourceFile = /\.tsx?$/;
/** Specs, and what only specs use, are never shipped. */
const testOnly = /\.spec\.tsx?$|(^|\/)testing\/|\.d\.ts$/;

const options: Options = {
  configFile: false,
  swcrc: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
};

/** What each file of `src` looked like when its result was written to `dist`. */
type Fingerprints = Record<string, string>;

/** Brings `dist` in step with `src`, touching only what changed; says how many files it wrote. */
export async function compile(project: Project): Promise<number> {
  const src = join(project.folder, 'src');
  const dist = join(project.folder, 'dist');
  if (!existsSync(src)) return 0;
  const recordFile = join(dist, '.sources.json');
  const before: Fingerprints = existsSync(recordFile) ? JSON.parse(await readFile(recordFile, 'utf8')) : {};
  const after: Fingerprints = {};
  let written = 0;
  for (const file of await filesIn(src)) {
    const content = await readFile(join(src, file));
    const hash = createHash('sha256').update(JSON.stringify(options)).update(content).digest('base64url');
    after[file] = hash;
    if (before[file] === hash && existsSync(join(dist, outputOf(file)))) continue;
    if (sourceFile.test(file)) await compileFile(join(src, file), join(dist, outputOf(file)));
    else await put(join(dist, file), content);
    written += 1;
  }
  const gone = Object.keys(before).filter((file) => !(file in after));
  for (const file of gone) await rm(join(dist, outputOf(file)), { force: true });
  if (written || gone.length) await put(recordFile, JSON.stringify(after));
  return written;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !testOnly.test(file))
    .sort();
}

function outputOf(file: string): string {
  return file.replace(sourceFile, '.js');
}

async function compileFile(from: string, to: string): Promise<void> {
  const isTsx = from.endsWith('.tsx');
  const { code, map } = await transformFile(from, {
    ...options,
    jsc: { ...options.jsc, parser: { syntax: 'typescript', tsx: isTsx, decorators: true } },
    cwd: root,
  });
  const name = to.slice(to.lastIndexOf(sep) + 1);
  if (map) await put(`${to}.map`, map);
  await put(to, map ? `${code}\n//# sourceMappingURL=${name}.map\n` : code);
}

/** Written whole or not at all: another process may be reading or building the same file. */
async function put(path: string, content: string | Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, content);
  await rename(draft, path);
}
