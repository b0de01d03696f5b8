// Runs on whatever Node the machine has (20 or later): installs what the lock file says, then goes on with the project's own Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const projectNode = join(root, 'node_modules/.bin/node');
const major = 24;

/** Continues with `script` on Node 24 with all dependencies in place; never returns before it ended. */
export async function continueWith(script) {
  const isStale = !isInstalled();
  if (isStale) await install();
  const path = join(root, script);
  // After an install the running binary's own file may have been replaced: always go on in a new process.
  if (!isStale && isRightNode()) return import(path);
  process.exitCode = await runOnProjectNode(path);
}

function isRightNode() {
  return Number(process.versions.node.split('.')[0]) === major;
}

/** Compares what npm noted in node_modules with the lock file, package by package. */
function isInstalled() {
  const noted = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(noted, 'utf8')).packages;
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    if (!present[place]) return Boolean(optional);
    return existsSync(join(root, place)) && (link || present[place].version === version);
  });
}

async function install() {
  console.log('Installing the locked dependencies (half a minute to two minutes) …');
  const started = Date.now();
  const ticker = setInterval(() => console.log(`  still installing (${seconds(started)})`), 10_000);
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.env.npm_node_execpath || process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const code = await run(command, [...args, '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticker);
  if (code !== 0) {
    console.error('The dependencies could not be installed; npm says why above.');
    process.exit(1);
  }
  console.log(`Dependencies installed (${seconds(started)})`);
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function runOnProjectNode(path) {
  const command = existsSync(projectNode) ? projectNode : process.execPath;
  if (command === process.execPath && !isRightNode()) {
    console.error(
      `Tiwizi runs on Node ${major}; this is ${process.version}, and npm has no Node ${major} for this machine.`,
    );
    process.exit(1);
  }
  return run(command, [path, ...process.argv.slice(2)]);
}

/** Ctrl-C reaches the child by itself; other signals are handed on. The child sees our end by its closed channel. */
function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const handOn = (signal) => child.kill(signal);
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, handOn);
    child.once('error', (error) => {
      console.error(`${command} does not start: ${error.message}`);
      done(1);
    });
    child.once('close', (code) => {
      process.off('SIGINT', ignore);
      for (const signal of ['SIGTERM', 'SIGHUP']) process.off(signal, handOn);
      done(code ?? 1);
    });
  });
}
