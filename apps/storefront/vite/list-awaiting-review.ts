/** Writes the list of texts that have no Amazigh yet: `node apps/storefront/vite/list-awaiting-review.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { awaitingReview, baseOf, namespaces, textsIn } from './text-files.ts';

const folder = join(import.meta.dirname, '../src/i18n');
const before = awaitingReview(folder);
const list = Object.fromEntries(
  namespaces(folder).map((namespace) => {
    const written = new Set(Object.keys(textsIn(folder, 'zgh', namespace)).map(baseOf));
    const bases = new Set(Object.keys(textsIn(folder, 'fr', namespace)).map(baseOf));
    return [namespace, [...bases].filter((base) => !written.has(base)).sort()];
  }),
);
const kept = Object.fromEntries(Object.entries({ ...before, ...list }).filter(([, keys]) => keys.length));
writeFileSync(join(folder, 'zgh/awaiting-review.json'), `${JSON.stringify(kept, null, 2)}\n`);
