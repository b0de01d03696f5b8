import type { Dice } from './seed.js';

/** One repeat behind a medallion: its width, its height and its lines. */
export type Repeat = readonly [width: number, height: number, d: string];

/** Comb, leaf, star, lozenge, chevron, plait, wave, scale: signs of hands and looms, drawn as thin lines. */
const repeats: Record<string, Repeat> = {
  comb: [52, 90, 'M26 2l24 14v28L26 58 2 44V16zM26 58v30M2 16L0 15M50 16l2-1M2 44l-2 1M50 44l2 1'],
  leaf: [56, 56, 'M28 4q22 14 0 34Q6 18 28 4zM28 20v30M0 32q22 14 0 24M56 32Q34 46 56 56'],
  star: [60, 60, 'M30 6l6 18 18 6-18 6-6 18-6-18L6 30l18-6zM0 0l8 8M60 0l-8 8M0 60l8-8M60 60l-8-8'],
  lozenge: [48, 48, 'M24 3l21 21-21 21L3 24zM24 14l10 10-10 10-10-10z'],
  chevron: [48, 36, 'M0 22L12 8l12 14L36 8l12 14M0 34l12-14 12 14 12-14 12 14'],
  plait: [48, 48, 'M3 8h18M3 16h18M32 3v18M40 3v18M8 27v18M16 27v18M27 32h18M27 40h18'],
  wave: [60, 30, 'M0 10q15-14 30 0t30 0M0 24q15-14 30 0t30 0'],
  scale: [48, 48, 'M0 0q0 24 24 24T48 0M-24 24q0 24 24 24t24-24q0 24 24 24t24-24'],
};

const suited: Record<string, readonly [string, ...string[]]> = {
  honey: ['comb'],
  argan: ['leaf', 'scale'],
  saffron: ['leaf', 'star'],
  oil: ['leaf', 'wave'],
  plants: ['leaf'],
  sea: ['scale', 'wave'],
  dairy: ['wave', 'scale'],
  basketry: ['plait'],
  carpet: ['lozenge', 'chevron'],
  clothing: ['chevron', 'lozenge'],
  jewellery: ['star', 'lozenge'],
  metal: ['star'],
  wood: ['star', 'plait'],
  pottery: ['chevron', 'scale'],
};

export function groundRepeat(craft: string, dice: Dice): Repeat {
  const name = dice.pick(suited[craft] ?? ['lozenge', 'chevron', 'star', 'scale']);
  return repeats[name] ?? [48, 48, ''];
}
