import type { Craft } from './craft.js';

/** Colours of one craft: what lies behind, what draws, what fills. The paper is the same wool everywhere. */
export interface CraftColours {
  readonly ground: string;
  readonly ink: string;
  readonly accent: string;
  readonly second: string;
}

export const paper = '#fffdf8';

const honey: CraftColours = { ground: '#fbdd9a', ink: '#654100', accent: '#e8a21c', second: '#a84a24' };
const argan: CraftColours = { ground: '#e5f0dd', ink: '#24421f', accent: '#e8a21c', second: '#43713a' };
const madder: CraftColours = { ground: '#fbe5df', ink: '#6e1a1c', accent: '#8f6bb0', second: '#ae2f2b' };
const indigo: CraftColours = { ground: '#e6ebfa', ink: '#1b2759', accent: '#8f2323', second: '#e8a21c' };
const terracotta: CraftColours = { ground: '#fae6d8', ink: '#8a3b1b', accent: '#c8653a', second: '#1b6c68' };
const verdigris: CraftColours = { ground: '#dcefec', ink: '#135350', accent: '#e9c98b', second: '#a84a24' };
const wool: CraftColours = { ground: '#f4ebdb', ink: '#4c382b', accent: '#d3bf9f', second: '#a84a24' };

export const craftColours: Record<Craft, CraftColours> = {
  honey,
  argan,
  saffron: madder,
  carpet: indigo,
  pottery: terracotta,
  basketry: verdigris,
  oil: { ...argan, accent: '#a9cf96' },
  spices: { ...terracotta, accent: '#e8a21c', second: '#ae2f2b' },
  dates: { ...honey, accent: '#a84a24', second: '#43713a' },
  couscous: { ...wool, accent: '#f4bb45', second: '#43713a' },
  preserves: { ...argan, accent: '#a9cf96', second: '#ae2f2b' },
  dairy: { ...verdigris, accent: '#8fc9c1', second: '#1b6c68' },
  bakery: { ...wool, accent: '#eeb08e', second: '#fbdd9a' },
  sea: { ...indigo, accent: '#a3b5ee', second: '#4460bf' },
  cosmetics: { ...madder, accent: '#f3ab9e', second: '#43713a' },
  jewellery: { ...indigo, accent: '#c6d1f4', second: '#ae2f2b' },
  leather: { ...honey, accent: '#f4bb45', second: '#8f2323' },
  wood: { ...terracotta, accent: '#eeb08e', second: '#e8a21c' },
  clothing: { ...indigo, accent: '#4460bf', second: '#e8a21c' },
  metal: { ...wool, accent: '#e7d9c1', second: '#e8a21c' },
  plants: { ...argan, accent: '#c8653a', second: '#43713a' },
  stay: { ...terracotta, accent: '#eeb08e', second: '#2f4699' },
  handmade: { ...verdigris, accent: '#8fc9c1', second: '#c8653a' },
};

/** A dye bath for wool: a ground, a darker ground for the bands, and inks that all show on both. */
export interface WoolColours {
  readonly base: string;
  readonly band: string;
  readonly inks: readonly [string, string, string];
}

export const woolBaths: readonly [WoolColours, ...WoolColours[]] = [
  { base: '#8f2323', band: '#6e1a1c', inks: ['#fbf6ec', '#e8a21c', '#a3b5ee'] },
  { base: '#e8a21c', band: '#c98a10', inks: ['#22150e', '#fbf6ec', '#8f2323'] },
  { base: '#f4ebdb', band: '#e7d9c1', inks: ['#33592b', '#a84a24', '#22150e'] },
  { base: '#135350', band: '#0d403e', inks: ['#f4ebdb', '#e8a21c', '#8fc9c1'] },
  { base: '#243578', band: '#131b3d', inks: ['#fbf6ec', '#f4bb45', '#eeb08e'] },
  { base: '#33592b', band: '#24421f', inks: ['#fbf6ec', '#e8a21c', '#a9cf96'] },
  { base: '#a84a24', band: '#8a3b1b', inks: ['#fbf6ec', '#fbdd9a', '#22150e'] },
  { base: '#35251b', band: '#22150e', inks: ['#fbf6ec', '#e8a21c', '#c8653a'] },
  { base: '#fbf6ec', band: '#f4ebdb', inks: ['#1b2759', '#8f2323', '#875700'] },
  { base: '#6a4a86', band: '#513767', inks: ['#fbf6ec', '#f4bb45', '#f3ab9e'] },
];

/** The strip under the header: white, saffron and terracotta on walnut. */
export const braidBath: WoolColours = { base: '#22150e', band: '#22150e', inks: ['#fbf6ec', '#e8a21c', '#c8653a'] };

/** Tiles of the entrance: white bone between glazes of Fez. */
export const glazes = {
  grout: '#f4ebdb',
  bone: '#fbf6ec',
  centre: '#22150e',
  petals: ['#243578', '#1b6c68'],
  hearts: ['#e8a21c', '#8f2323', '#a84a24', '#e8a21c'],
  crosses: ['#2f4699', '#8a3b1b', '#33592b', '#8a3b1b'],
  frame: ['#e8a21c', '#1b2759', '#fbf6ec'],
} as const;
