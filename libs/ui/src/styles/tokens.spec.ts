import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = Record<string, string>;
const tokensIn = (block: string): Tokens =>
  Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
const block = (start: string): string => {
  const from = css.indexOf(start) + start.length;
  return css.slice(from, css.indexOf('}', from));
};
const light = tokensIn(block(':root {'));
const darkBySystem = tokensIn(block(":root:not([data-theme='light']) {"));
const darkByChoice = tokensIn(block("[data-theme='dark'] {"));
const themes: [string, Tokens][] = [
  ['light', light],
  ['dark', { ...light, ...darkBySystem }],
];

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function colour(tokens: Tokens, name: string): string {
  const value = tokens[name] ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference ? colour(tokens, reference) : value;
}
function contrast(tokens: Tokens, text: string, ground: string): number {
  const [a, b] = [text, ground].map((name) => luminance(colour(tokens, name))).sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

const texts: [string, string][] = [
  ['--text', '--surface-page'],
  ['--text', '--surface-raised'],
  ['--text-muted', '--surface-page'],
  ['--text-muted', '--surface-raised'],
  ['--text-muted', '--surface-sunken'],
  ['--link', '--surface-page'],
  ['--link', '--surface-raised'],
  ['--text-price', '--surface-raised'],
  ['--text-on-inverse', '--surface-brand'],
  ['--text-on-inverse', '--surface-inverse'],
  ['--text-on-inverse-muted', '--surface-brand'],
  ['--action-text', '--action-bg'],
  ['--action-text', '--action-bg-hover'],
  ['--action-soft-text', '--action-soft-bg'],
  ['--buy-text', '--buy-bg'],
  ['--buy-text', '--buy-bg-hover'],
  ['--danger-text', '--surface-page'],
  ['--danger-text', '--surface-raised'],
  ['--danger-text-on', '--danger-bg'],
  ['--danger-soft-text', '--danger-soft-bg'],
  ['--success-text', '--surface-raised'],
  ['--success-soft-text', '--success-soft-bg'],
  ['--warning-soft-text', '--warning-soft-bg'],
  ['--info-soft-text', '--info-soft-bg'],
  ['--diff-add-text', '--diff-add-bg'],
  ['--diff-del-text', '--diff-del-bg'],
  ...['honey', 'argan', 'saffron', 'carpet', 'pottery', 'basketry'].map((craft): [string, string] => [
    `--cat-${craft}-ink`,
    `--cat-${craft}-ground`,
  ]),
];
const edges: [string, string][] = [
  ['--border-control', '--surface-raised'],
  ['--border-control', '--surface-sunken'],
  ['--focus-ring', '--surface-page'],
];

describe.each(themes)('VIS-1: the %s theme', (_name, tokens) => {
  it.each(texts)('%s reads on %s', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(edges)('%s shows on %s', (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('VIS-1: dark is the same, chosen by hand or by the system', () => {
  expect(darkByChoice).toEqual(darkBySystem);
  expect(Object.keys(darkByChoice).length).toBeGreaterThan(50);
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx)$/.test(file) && !/(^|\/)(node_modules|dist|build|\.react-router)\//.test(file))
    .map((file) => join(folder, file));
const styled = [join(__dirname, '..'), join(__dirname, '../../../../apps/storefront/src')].flatMap(sources);

it('VIS-2: no colour is written outside the tokens', () => {
  const found = styled.filter(
    (file) => !file.endsWith('tokens.css') && /#[0-9a-f]{3,8}\b(?=[;'"\s)])/i.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});

it('DIR-1: styles know start and end, never left and right', () => {
  const physical =
    /(^|[\s{;])((left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border)-(left|right|top|bottom)[\w-]*)\s*:|(text-align|float):\s*(left|right)\b)/m;
  const found = styled
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/@media[^{]*\{/g, '');
      const hit = physical.exec(text);
      return hit ? [`${file}: ${hit[0].trim()}`] : [];
    });
  expect(found).toEqual([]);
});

it('the policy on content allows no inline styles, so components use none', () => {
  expect(styled.filter((file) => file.endsWith('.tsx') && /\sstyle=\{/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
