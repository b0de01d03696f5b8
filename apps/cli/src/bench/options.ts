import { parseArgs } from 'node:util';

export interface BenchOptions {
  products: number;
  only: string | undefined;
  json: string | undefined;
  rounds: number;
  seconds: number;
  warmSeconds: number;
  /** Also where other people have accounts. */
  isForced: boolean;
  /** A folder for profiles of the api, one for each scenario's process. */
  profile: string | undefined;
}

const usage = 'bench -- [--products N] [--only a,b] [--json FILE] [--quick] [--profile FOLDER] [--force]';

export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      products: { type: 'string', default: '10000' },
      only: { type: 'string' },
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const { products, only, json, quick, profile, force: isForced } = values;
  if (!/^[1-9]\d{2,7}$/.test(products)) throw new Error(`--products takes a whole number from 100 on\n${usage}`);
  const pace = quick ? { rounds: 1, seconds: 2.5, warmSeconds: 1 } : { rounds: 3, seconds: 6, warmSeconds: 2 };
  return { products: Number(products), only, json, profile, isForced, ...pace };
}
