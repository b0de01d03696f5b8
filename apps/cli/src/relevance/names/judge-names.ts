import { readFile } from 'node:fs/promises';
import { SearchTrial, type TrialProduct } from '@tiwizi/search';
import type { Settings } from '@tiwizi/settings';
import { arabicLight, latinLight } from '@tiwizi/text';
import { readSamples } from '../../demo/samples.js';
import { distorted, distortionsOf, type Distortion } from './distort.js';
import { seeded } from './random.js';

export interface NamesAsked {
  /** How many names are asked. */
  readonly sample: number;
  readonly seed: number;
  /** Every how many-th of the names is in the index beside the demonstration; all of them unless told. */
  readonly every?: number;
}

interface Share {
  readonly asked: number;
  readonly found: number;
}

export interface NamesScore extends Share {
  readonly byDistortion: Readonly<Record<Distortion, Share>>;
  readonly missed: readonly { name: string; typed: string; first: string | undefined }[];
}

interface Outcome {
  readonly name: string;
  readonly typed: string;
  readonly kind: Distortion;
  readonly first: string | undefined;
  readonly isFound: boolean;
}

const firstThree = 3;

/** Real product names beside the demonstration, each asked for as somebody in a hurry types it. */
export async function judgeNames(
  settings: Pick<Settings, 'meiliUrl' | 'meiliKey' | 'indexPrefix'>,
  { sample, seed, every = 1 }: NamesAsked,
): Promise<NamesScore> {
  const below = seeded(seed);
  const all = (await readNames()).filter((_, place) => place % every === 0);
  const products = [...(await demonstration()), ...all.map(productOf)];
  const nameOf = new Map(products.map(({ id, title }) => [id, title.fr ?? title.ar ?? '']));
  const trial = await SearchTrial.open(settings, products);
  try {
    const outcomes: Outcome[] = [];
    for (const name of sampled(all, sample, below)) {
      const kinds = distortionsOf(name);
      const kind = kinds[below(kinds.length)] ?? 'mistake';
      const typed = distorted(name, kind, below);
      const found = (await trial.find(typed, firstThree)).map((id) => nameOf.get(id));
      outcomes.push({ name, typed, kind, first: found[0], isFound: found.some((one) => folded(one) === folded(name)) });
    }
    const share = (some: typeof outcomes): Share => ({
      asked: some.length,
      found: some.filter(({ isFound }) => isFound).length,
    });
    const of = (distortion: Distortion) => share(outcomes.filter(({ kind }) => kind === distortion));
    return {
      ...share(outcomes),
      byDistortion: { mistake: of('mistake'), accents: of('accents'), hamza: of('hamza') },
      missed: outcomes.filter(({ isFound }) => !isFound).map(({ name, typed, first }) => ({ name, typed, first })),
    };
  } finally {
    await trial.close();
  }
}

async function readNames(): Promise<string[]> {
  return JSON.parse(await readFile(new URL('./product-names.json', import.meta.url), 'utf8'));
}

async function demonstration(): Promise<TrialProduct[]> {
  const { products } = await readSamples();
  return products.map(({ id, title, description }) => ({ id: `demo-${id}`, title, description }));
}

/** A name is in the language of its letters, as a seller would have entered it. */
const productOf = (name: string, place: number): TrialProduct => ({
  id: `name-${place}`,
  title: /\p{Script=Arabic}/u.test(name) && !/\p{Script=Latin}/u.test(name) ? { ar: name } : { fr: name },
});

/** Different names that can be mistyped at all. */
function sampled(names: readonly string[], size: number, below: (limit: number) => number): string[] {
  const waiting = [...new Set(names)].filter((name) => distortionsOf(name).length);
  return Array.from(
    { length: Math.min(size, waiting.length) },
    () => waiting.splice(below(waiting.length), 1)[0] ?? '',
  );
}

const folded = (name = ''): string => arabicLight(latinLight(name));
