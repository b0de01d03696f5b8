import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { scoreTable, SearchTrial, type JudgedQuery, type Score, type TrialProduct } from '@tiwizi/search';
import { readSettings } from '@tiwizi/settings';

const usage = 'Usage: npm run relevance -- --catalogue FILE --queries FILE [--json FILE]';

/** Judges the shop's own search on somebody's catalogue and queries; the exit code says only whether it could. */
export async function relevance(args: string[]): Promise<number> {
  const files = filesOf(args);
  if (!files) {
    console.error(usage);
    return 2;
  }
  const products = await listIn<TrialProduct>(files.catalogue, 'products');
  const queries = await listIn<JudgedQuery>(files.queries, 'queries');
  const trial = await SearchTrial.open(readSettings(process.env), products);
  try {
    const answers = new Map<string, string[]>();
    for (const { id, q } of queries) answers.set(id, await trial.find(q, 10));
    const table = scoreTable(queries, answers);
    print([['all', table.overall], ...named('language', table.byLanguage), ...named('class', table.byClass)]);
    console.log(`No expected product among the first ten: ${table.missed.join(' ') || 'none'}`);
    const report = { ...table, results: Object.fromEntries(answers) };
    if (files.json) await writeFile(files.json, `${JSON.stringify(report, null, 1)}\n`);
    return 0;
  } finally {
    await trial.close();
  }
}

function filesOf(args: string[]): { catalogue: string; queries: string; json: string | undefined } | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args, options: { catalogue: text, queries: text, json: text } });
    const { catalogue, queries, json } = values;
    return catalogue && queries ? { catalogue, queries, json } : null;
  } catch {
    return null;
  }
}

/** The list itself, or an object that holds it under its name. */
async function listIn<T>(file: string, name: string): Promise<T[]> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  const list = Array.isArray(content) ? content : (content as Record<string, unknown> | null)?.[name];
  if (!Array.isArray(list)) throw new Error(`${file} holds no list of ${name}`);
  return list as T[];
}

const named = (kind: string, scores: Readonly<Record<string, Score>>): [string, Score][] =>
  Object.entries(scores).map(([name, score]) => [`${kind} ${name}`, score]);

function print(rows: readonly (readonly [string, Score])[]): void {
  console.log(`${'group'.padEnd(30)}${'queries'.padStart(8)}${'recall@5'.padStart(10)}${'MRR@10'.padStart(8)}`);
  for (const [name, { queries, recall5, mrr10 }] of rows) {
    const numbers = [String(queries).padStart(8), recall5.toFixed(3).padStart(10), mrr10.toFixed(3).padStart(8)];
    console.log(name.padEnd(30) + numbers.join(''));
  }
}
