import { SearchTrial } from '@tiwizi/search';
import type { Settings } from '@tiwizi/settings';
import { tripleProducts, triples, type Triple } from './triples.js';

export const scripts = ['arab', 'tfng', 'latn'] as const;
export type Script = (typeof scripts)[number];

export interface TriplesScore {
  readonly triples: number;
  /** The product meant is among the first five. */
  readonly found: Readonly<Record<Script, number>>;
  readonly missed: readonly { product: string; script: Script; typed: string }[];
}

const firstFive = 5;

export async function judgeTriples(
  settings: Pick<Settings, 'meiliUrl' | 'meiliKey' | 'indexPrefix'>,
): Promise<TriplesScore> {
  const asked = triples();
  const trial = await SearchTrial.open(settings, tripleProducts());
  try {
    const missed: TriplesScore['missed'][number][] = [];
    for (const triple of asked) {
      for (const script of scripts) {
        const typed = triple[script];
        if (!(await trial.find(typed, firstFive)).includes(triple.product))
          missed.push({ product: triple.product, script, typed });
      }
    }
    const foundIn = (script: Script) => asked.length - missed.filter((one) => one.script === script).length;
    return {
      triples: asked.length,
      found: { arab: foundIn('arab'), tfng: foundIn('tfng'), latn: foundIn('latn') },
      missed,
    };
  } finally {
    await trial.close();
  }
}

/** The list as a page of the documentation. */
export function triplesPage(list: readonly Triple[] = triples()): string {
  const rows = list.map(({ fr, arab, tfng, latn }) => `| ${fr} | ${arab} | ${tfng} | ${latn} |`);
  return [
    '# Three scripts, one thing',
    '',
    'The same thing as it is typed in Arabic, in Tifinagh and in Latin letters. Made from the glossary by',
    '`npm run relevance -- --write-triples`; judged by `npm run relevance -- --triples`, which wants the product that is meant',
    'among the first five for 95 of 100 in each script. Every second product of the trial has no Amazigh title. Compositions',
    'follow the rule of the annexed state; they are questions people may type, not texts we show, and no native speaker has',
    'read them yet.',
    '',
    '| What | Arabic | Tifinagh | Latin letters |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
