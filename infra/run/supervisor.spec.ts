import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { eventually } from '@tiwizi/testing';

const root = resolve(__dirname, '../..');
const patienceMs = 90_000;

/** Node says ESRCH for a number nobody has. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

interface Run {
  process: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

describe('npm start', () => {
  let folder: string;
  let port: number;
  const runs: Run[] = [];

  function start(): Run {
    const child = spawn(process.execPath, ['infra/run/start.mjs'], {
      cwd: root,
      // Only what a shell would have: the engines of this test run are none of its business.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TIWIZI_DATA: folder,
        TIWIZI_SEED: 'none',
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    const run = { process: child, output: () => output, ended };
    runs.push(run);
    return run;
  }

  async function startAndWait(): Promise<Run> {
    const run = start();
    const isUp = () => {
      if (!run.output().includes('Tiwizi runs at')) throw new Error(`not up yet:\n${run.output()}`);
    };
    // Whatever comes first: an end before that is a failure that need not be waited for.
    await Promise.race([eventually(isUp, patienceMs), run.ended]);
    isUp();
    return run;
  }

  const state = (): { url: string; ports: Record<string, number>; children: Record<string, { pid: number }> } =>
    JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'));
  function pidOf(name: string): number {
    const child = state().children[name];
    if (!child) throw new Error(`${name} is not running`);
    return child.pid;
  }
  const isReady = async () => expect((await fetch(`${state().url}/health/ready`)).status).toBe(200);

  async function inDatabase<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
    const password = readFileSync(join(folder, 'postgres-18/password'), 'utf8');
    const client = new pg.Client({
      connectionString: `postgres://tiwizi:${password}@127.0.0.1:${state().ports.postgres}/tiwizi`,
    });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  let busy: Server;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tiwizi-start-'));
    chmodSync(folder, 0o711);
    busy = createServer().listen(0, '127.0.0.1');
    await eventually(() => expect(busy.listening).toBe(true));
    const address = busy.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });

  afterAll(async () => {
    for (const { process: child, ended } of runs) {
      child.kill('SIGTERM');
      await ended;
    }
    busy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'takes another port when its own is taken, and says so',
    async () => {
      const run = await startAndWait();
      expect(run.output()).toContain(`Port ${port} is taken`);
      expect(state().ports.api).not.toBe(port);
      await isReady();
    },
    patienceMs,
  );

  it(
    'is started once: the second start names the address of the first and ends',
    async () => {
      const second = start();
      expect(await second.ended).toBe(0);
      expect(second.output()).toContain(`already runs at ${state().url}`);
      await isReady();
    },
    patienceMs,
  );

  it.each(['api', 'worker', 'simulator', 'meilisearch', 'postgres'])(
    'brings %s back when it is killed, and says what killed it',
    async (name) => {
      const before = pidOf(name);
      process.kill(before, 'SIGKILL');
      await eventually(() => {
        expect(pidOf(name)).not.toBe(before);
        expect(isRunning(pidOf(name))).toBe(true);
      }, patienceMs);
      await eventually(isReady, patienceMs);
      expect(runs[0]?.output()).toMatch(/died \(signal SIGKILL\): starting it again/);
    },
    patienceMs,
  );

  it(
    'keeps the data and clears up when the supervisor itself was killed',
    async () => {
      await eventually(() => inDatabase('select 1'), patienceMs);
      await inDatabase('create table kept (id int); insert into kept values (7)');
      const left = Object.values(state().children).map(({ pid }) => pid);
      const killed = runs[0];
      killed?.process.kill('SIGKILL');
      await killed?.ended;
      const next = await startAndWait();
      expect(next.output()).toContain('The last run was killed');
      expect(left.filter(isRunning)).toEqual([]);
      expect(await inDatabase('select id from kept')).toEqual([{ id: 7 }]);
      await isReady();
    },
    patienceMs,
  );

  it(
    'leaves nothing behind after Ctrl-C',
    async () => {
      const pids = Object.values(state().children).map(({ pid }) => pid);
      expect(pids.length).toBeGreaterThanOrEqual(5);
      const last = runs.at(-1);
      last?.process.kill('SIGINT');
      expect(await last?.ended).toBe(0);
      expect(pids.filter(isRunning)).toEqual([]);
    },
    patienceMs,
  );
});
