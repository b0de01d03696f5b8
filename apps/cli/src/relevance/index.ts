import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { scoreTable, SearchTrial, type JudgedQuery, type Score, type TrialProduct } from '@tiwizi/search';
import { readSettings } from '@tiwizi/settings';
import { judgeTriples, scripts, triplesPage } from './triples/judge-triples.js';
import { judgeNames } from './names/judge-names.js';

const usage = [
  'Usage: npm run relevance [-- --catalogue FILE --queries FILE] [--json FILE]',
  '       npm run relevance -- --names [--sample 500] [--seed 1] [--json FILE]',
  '       npm run relevance -- --triples [--json FILE] | --write-triples',
].join('\n');

/** What the search is developed on, seen from the repository's root. */
const own = {
  catalogue: 'libs/search/src/testing/catalogue.json',
  queries: 'libs/search/src/testing/relevance-dev.json',
};

/** Judges the shop's own search on a catalogue and queries; the exit code says only whether it could. */
export async function relevance(args: string[]): Promise<number> {
  const wishes = wishesOf(args);
  if (!wishes) {
    console.error(usage);
    return 2;
  }
  if (wishes.kind === 'write-triples') {
    await writeFile('docs/search-triples.md', triplesPage());
    return 0;
  }
  const report = await reportOn(wishes);
  if (wishes.json) await writeFile(wishes.json, `${JSON.stringify(report, null, 1)}\n`);
  return 0;
}

type Wishes = { readonly json?: string | undefined } & (
  | { readonly kind: 'queries'; readonly catalogue: string; readonly queries: string }
  | { readonly kind: 'names'; readonly sample: number; readonly seed: number }
  | { readonly kind: 'triples' | 'write-triples' }
);
type Of<Kind extends Wishes['kind']> = Extract<Wishes, { kind: Kind }>;

function reportOn(wishes: Exclude<Wishes, Of<'write-triples'>>): Promise<object> {
  switch (wishes.kind) {
    case 'queries':
      return queries(wishes);
    case 'names':
      return names(wishes);
    default:
      return triples();
  }
}

async function triples(): Promise<object> {
  const score = await judgeTriples(readSettings(process.env));
  for (const script of scripts)
    console.log(`${script.padEnd(30)}${`${score.found[script]} of ${score.triples}`.padStart(12)} in first 5`);
  for (const { script, typed, product } of score.missed) console.log(`missed: ${script} ${typed} (${product})`);
  return score;
}

async function queries(files: Of<'queries'>): Promise<object> {
  const products = await listIn<TrialProduct>(files.catalogue, 'products');
  const judged = await listIn<JudgedQuery>(files.queries, 'queries');
  const trial = await SearchTrial.open(readSettings(process.env), products);
  try {
    const answers = new Map<string, string[]>();
    for (const { id, q } of judged) answers.set(id, await trial.find(q, 10));
    const table = scoreTable(judged, answers);
    print([['all', table.overall], ...named('language', table.byLanguage), ...named('class', table.byClass)]);
    console.log(`No expected product among the first ten: ${table.missed.join(' ') || 'none'}`);
    return { ...table, results: Object.fromEntries(answers) };
  } finally {
    await trial.close();
  }
}

async function names({ sample, seed }: Of<'names'>): Promise<object> {
  const score = await judgeNames(readSettings(process.env), { sample, seed });
  console.log(`${'typed'.padEnd(30)}${'names'.padStart(8)}${'in first 3'.padStart(12)}`);
  for (const [kind, { asked, found }] of Object.entries({ all: score, ...score.byDistortion })) {
    const share = asked ? `${((100 * found) / asked).toFixed(1)} %` : '';
    console.log(kind.padEnd(30) + String(asked).padStart(8) + share.padStart(12));
  }
  for (const { name, typed, first } of score.missed) console.log(`missed: ${typed} (${name}), first: ${first ?? '-'}`);
  return score;
}

function wishesOf(args: string[]): Wishes | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    catalogue: text,
    queries: text,
    json: text,
    names: flag,
    sample: text,
    seed: text,
    triples: flag,
    'write-triples': flag,
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const { json } = values;
    const [sample, seed] = [Number(values.sample ?? 500), Number(values.seed ?? 1)];
    if (values.names) return sample > 0 && Number.isInteger(seed) ? { kind: 'names', sample, seed, json } : null;
    if (values['write-triples']) return { kind: 'write-triples' };
    if (values.triples) return { kind: 'triples', json };
    const { catalogue, queries } = values.catalogue || values.queries ? values : own;
    return catalogue && queries ? { kind: 'queries', catalogue, queries, json } : null;
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
  for (const [name, { queries: count, recall5, mrr10 }] of rows) {
    const numbers = [String(count).padStart(8), recall5.toFixed(3).padStart(10), mrr10.toFixed(3).padStart(8)];
    console.log(name.padEnd(30) + numbers.join(''));
  }
}
