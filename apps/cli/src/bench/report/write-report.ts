import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Say } from '../prepare/say.js';
import { costPlot } from './cost-plot.js';
import type { Row } from './row.js';
import { markdownTable } from './table.js';

const plotted = [
  'list',
  'listUncached',
  'category',
  'product',
  'productUncached',
  'cooperative',
  'search',
  'searchFiltered',
  'suggest',
  'addToCart',
  'purchase',
  'sellerOrders',
  'moderationQueue',
  'ssrHome',
  'ssrProduct',
  'ssrProductCached',
  'ssrSearch',
];

/** Rows of several sizes as one: JSON where it is asked for, and for the documents a page with its plot. */
export function writeReport(args: string[], say: Say): number {
  const options = { json: { type: 'string' }, docs: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const rows = positionals.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Row[]);
  if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
  if (values.docs) {
    mkdirSync(values.docs, { recursive: true });
    writeFileSync(join(values.docs, 'bench-cost.svg'), costPlot(rows, plotted));
    writeFileSync(join(values.docs, 'bench.md'), page(rows));
    say(`written: ${join(values.docs, 'bench.md')} and bench-cost.svg`);
  }
  return 0;
}

function page(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ products }) => products))].sort((a, b) => a - b);
  const tables = sizes.map((size) => {
    const ofSize = rows.filter(({ products }) => products === size);
    const runs = Math.max(...ofSize.map((row) => row.runs));
    const title = `## ${size.toLocaleString('en')} products`;
    const how = runs > 1 ? `The middle of ${runs} runs.` : 'One short run: read the processor time, not the rates.';
    return `${title}\n\n${how}\n\n${markdownTable(ofSize)}`;
  });
  return [introduction(), '![Processor time per request against the size of the catalogue](bench-cost.svg)', ...tables]
    .join('\n\n')
    .concat('\n');
}

const introduction = (): string => `# What it costs

Written by \`npm run bench\` (${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}); the client, the api, the worker, PostgreSQL and Meilisearch share the machine. CPU is processor time for one request, in ms: all together, then by process. A ratio compares with the limit measured in the same run.

- \`bareNode\`: Node's own server with one finished answer. \`bareFastifyPg\`: Fastify and one select by an indexed key. \`bareLine\`: one line written and committed. \`bareTransaction\`: an order placed with its goods held, then confirmed, in two commits. \`bareMeilisearch…\`: the engine asked exactly what our search sends it for the same words, counted in whole searches; its latencies are those of one question.
- \`list\`, \`category\`, \`product\`, \`cooperative\`: 200 popular ones, which the api remembers until they change; \`…Uncached\`: more different ones than it keeps.
- \`search\`: six thousand different questions in every script, whole words, begun, mistyped, in letters that are at hand; nothing is remembered. \`searchFiltered\`: with a category and a highest price. \`searchPlain\`: without facets, where the api offers it. \`searchRepeated\`: fifteen words in turn.
- \`ssr…\`: pages for somebody with a cookie of their own, rendered each time; \`…Cached\`: twenty pages for anybody.`;
