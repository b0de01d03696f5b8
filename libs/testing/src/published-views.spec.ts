import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const libs = resolve(__dirname, '../..');
const contexts = [
  'identity',
  'cooperatives',
  'media',
  'catalog',
  'moderation',
  'search',
  'shipping',
  'checkout',
  'orders',
  'payments',
  'ledger',
  'notifications',
];
const relation = new RegExp(
  `\\b(?:from|join|into|update|truncate|references|lock table)\\s+(?:only\\s+)?(${contexts.join('|')})\\.(\\w+)`,
  'gi',
);

/** Names of other contexts' relations in the statements of one file. */
function foreignRelations(context: string, source: string): string[] {
  return [...source.matchAll(relation)]
    .filter(([, schema, name]) => schema !== context && !name?.startsWith('public_'))
    .map(([, schema, name]) => `${schema}.${name}`);
}

describe('the statements of a context', () => {
  it('name no table of another one, only what it publishes', () => {
    const found = contexts.flatMap((context) => {
      const folder = join(libs, context, 'src');
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|(^|\/)testing\//.test(file))
        .map((file) => join(folder, file));
      return files.flatMap((file) =>
        foreignRelations(context, readFileSync(file, 'utf8')).map((name) => `${relative(libs, file)}: ${name}`),
      );
    });
    expect(found).toEqual([]);
  });

  it('would be caught', () => {
    expect(foreignRelations('orders', 'select 1 from catalog.variant join catalog.public_product p on true')).toEqual([
      'catalog.variant',
    ]);
  });
});
