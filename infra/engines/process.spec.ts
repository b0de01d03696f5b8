import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingOf, identify, launch } from './process.ts';

describe('a process that we started', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiwizi-process-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (script: string) => {
    const child = launch({ command: process.execPath, args: ['-e', script], logFile: join(folder, 'log') });
    return { pid: child.pid ?? 0, startedAt: '' };
  };

  it.each([
    ['process.exit(3)', 'exit code 3'],
    ['process.kill(process.pid, "SIGKILL")', 'signal SIGKILL'],
  ])('says how it ended: %s', async (script, words) => {
    expect(await endingOf(run(script))).toBe(words);
  });

  it('is told from one that somebody else started', () => {
    expect(endingOf(identify(process.pid))).toBeUndefined();
  });
});
