import { migrateMarketplace } from '@tiwizi/marketplace';
import type { Settings } from '@tiwizi/settings';
import { withMarketplace } from './open-marketplace.js';

interface Command {
  summary: string;
  /** The exit code. */
  run(settings: Settings, args: string[]): Promise<number>;
}

const say = (line: string) => console.log(line);

/** What a person or the supervisor can ask of the product; `npm run …` brings the engines. */
export const commands: Record<string, Command> = {
  migrate: {
    summary: 'bring the database to the present shape',
    run: async ({ databaseUrl }) => {
      await migrateMarketplace(databaseUrl);
      return 0;
    },
  },
  'seed-demo': {
    summary: 'fill an empty marketplace with the demonstration',
    run: (settings) => withMarketplace(settings, async (app) => (await import('./demo/index.js')).seedDemo(app, say)),
  },
  'demo-accounts': {
    summary: 'print who can sign in to the demonstration',
    run: async () => {
      (await import('./demo/index.js')).printDemoAccounts(say);
      return 0;
    },
  },
  seed: {
    summary: '--cooperatives N --products M: add generated ones in bulk',
    run: (settings, args) =>
      withMarketplace(settings, async (app) => (await import('./demo/index.js')).seedGenerated(app, args, say)),
  },
  reindex: {
    summary: 'rebuild the search index beside the living one and swap it in',
    run: (settings) => withMarketplace(settings, async (app) => (await import('./demo/index.js')).indexAll(app, say)),
  },
  relevance: {
    summary: '--catalogue F --queries F: recall and rank of the search, by language',
    run: async (_settings, args) => (await import('./relevance/index.js')).relevance(args),
  },
  bench: {
    summary:
      '[--products N | --sizes N,M] [--data FOLDER] [--quick] [--only a,b] [--json FILE] [--docs FOLDER]: measure',
    run: (settings, args) =>
      withMarketplace(settings, async (app) => (await import('./bench/index.js')).bench(app, settings, args, say)),
  },
  'bench-report': {
    summary: '[--json FILE] [--docs FOLDER] results…: one report of the sizes that were measured',
    run: async (_settings, args) => (await import('./bench/report/write-report.js')).writeReport(args, say),
  },
  'check-money': {
    summary: 'check every invariant of money, stock and states',
    run: (settings, args) =>
      withMarketplace(settings, async (app) => (await import('./check-money/index.js')).checkMoney(app, args)),
  },
};

export const usage = (): string =>
  [
    'What shall be done?',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`),
  ].join('\n');
