import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const sheets = ['apps/storefront/src', 'libs/ui/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => join(folder, file)),
);

/** Each declaration with its place, comments left out. */
function declarations(sheet: string): { place: string; name: string; value: string }[] {
  const text = readFileSync(join(root, sheet), 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return [...text.matchAll(/(?:^|[{;])\s*([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, name = '', value = '']) => ({
    place: `${sheet} ${name}`,
    name,
    value: value.trim(),
  }));
}
const all = sheets.flatMap(declarations);

const physical =
  /^(left|right|top|bottom|(margin|padding|border|scroll-(margin|padding))-(left|right|top|bottom).*|(min-|max-)?(width|height)|border-(top|bottom)-(left|right)-radius)$/;
const fourSides = /^(margin|padding|inset|border-width|border-color|scroll-margin|scroll-padding)$/;

describe('the style sheets', () => {
  it('are found', () => {
    expect(sheets.length).toBeGreaterThan(15);
    expect(all.length).toBeGreaterThan(1000);
  });

  it('know the start and the end of a line, no left and no right (DIR-1)', () => {
    const sided = all.filter(
      ({ name, value }) =>
        physical.test(name) ||
        (/^(text-align|float|clear|justify-content|justify-items|justify-self)$/.test(name) &&
          /\b(left|right)\b/.test(value)),
    );
    expect(sided.map(({ place }) => place)).toEqual([]);
  });

  it('never give the two ends of a line different sizes by a shorthand of four', () => {
    const uneven = all.filter(({ name, value }) => {
      const parts = value.match(/(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
      return fourSides.test(name) && parts.length === 4 && parts[1] !== parts[3];
    });
    expect(uneven.map(({ place }) => place)).toEqual([]);
  });

  it('name their colours by role (VIS-2)', () => {
    const bare = all.filter(({ place, value }) => !place.includes('tokens.css') && /#[0-9a-f]{3,8}\b/i.test(value));
    expect(bare.map(({ place }) => place)).toEqual([]);
  });
});
