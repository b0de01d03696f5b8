import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const fence = '@nx/enforce-module-boundaries';
const floating = '@typescript-eslint/no-floating-promises';

const cases: { name: string; file: string; source: string; breaks: string[] }[] = [
  {
    name: 'lets orders call the ledger',
    file: 'libs/orders/src/index.ts',
    source: `export * from '@tiwizi/ledger';`,
    breaks: [],
  },
  {
    name: 'keeps the ledger from knowing payments',
    file: 'libs/ledger/src/index.ts',
    source: `export * from '@tiwizi/payments';`,
    breaks: [fence],
  },
  {
    name: 'keeps a context from reaching behind the door of another',
    file: 'libs/orders/src/index.ts',
    source: `export * from '../../ledger/src/index.js';`,
    breaks: [fence],
  },
  {
    name: 'keeps platform code from knowing a context',
    file: 'libs/platform/events/src/index.ts',
    source: `export * from '@tiwizi/orders';`,
    breaks: [fence],
  },
  {
    name: 'keeps frameworks out of the kernel',
    file: 'libs/kernel/money/src/index.ts',
    source: `export { Injectable } from '@nestjs/common';`,
    breaks: [fence],
  },
  {
    name: 'keeps server code out of what a browser loads',
    file: 'libs/ui/src/index.ts',
    source: `export * from '@tiwizi/persistence';`,
    breaks: [fence],
  },
  {
    name: 'keeps test tools out of the product',
    file: 'libs/orders/src/index.ts',
    source: `export * from '@tiwizi/testing';`,
    breaks: [fence],
  },
  {
    name: 'lets specs use the test tools',
    file: 'libs/testing/src/engines.spec.ts',
    source: `export * from '@tiwizi/testing';`,
    breaks: [],
  },
  {
    name: 'finds a promise that nobody waits for',
    file: 'libs/orders/src/index.ts',
    source: `Promise.resolve(1);`,
    breaks: [floating],
  },
];

describe('the fence between projects', () => {
  let broken: string[][];

  beforeAll(() => {
    const input = JSON.stringify(cases.map(({ file, source }) => ({ file, source })));
    const root = resolve(__dirname, '../..');
    // Where CI is set, the parser reads each file from the disk once and would never see what is planted.
    const env = { ...process.env, CI: '' };
    const output = execFileSync(process.execPath, ['infra/lint/plant.ts'], { cwd: root, env, input, encoding: 'utf8' });
    broken = JSON.parse(output);
  }, 120_000);

  it.each(cases.map(({ name, breaks }, index) => ({ name, breaks, index })))('$name', ({ breaks, index }) => {
    expect(broken[index]).toEqual(breaks);
  });
});
