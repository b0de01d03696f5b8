import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { braid, zelligeArch } from '@tiwizi/pictures';

const file = (path: string): string => readFileSync(join(__dirname, path), 'utf8').trim();

it('the drawings kept as files are those the generator draws', () => {
  expect(file('arch.svg')).toBe(zelligeArch('tiwizi'));
  expect(file('../../../../libs/ui/src/styles/braid.svg')).toBe(braid());
});
