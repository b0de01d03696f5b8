import { woolBaths, type WoolColours } from './palettes.js';
import { diceOf, shortName, type Dice } from './seed.js';
import { chevrons, combs, crosses, lozenge, rules, stitchesIn, triangles, type Motif } from './stitches.js';
import { path } from './svg.js';

/** How many stitches the cloth is wide and high. */
export interface StitchGrid {
  readonly cols: number;
  readonly rows: number;
}

/** Pixels of one stitch when nobody says otherwise. */
const stitch = 4;

/** A cloth of bands, seeded by the cooperative's slug: the banner of its page. */
export function weaving(seed: string, { cols, rows }: StitchGrid = { cols: 144, rows: 48 }): string {
  const dice = diceOf(seed);
  const bath = dice.pick(woolBaths);
  const id = `w${shortName(`${seed}/${cols}x${rows}`)}`;
  const bands: string[] = [];
  for (let y = 0, turn = dice.roll(3), wide = true; y < rows; wide = !wide) {
    const motif = wide ? wideMotif(dice) : dice.pick(rules);
    bands.push(band(`${id}${bands.length}`, motif, { y, cols, rows: Math.min(motif.rows, rows - y) }, bath, turn));
    y += motif.rows;
    if (wide) turn += 1;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cols} ${rows}" width="${cols * stitch}" height="${rows * stitch}" shape-rendering="crispEdges">${path(`M0 0h${cols}v${rows}H0z`, bath.base)}${bands.join('')}</svg>`;
}

/** One band across the cloth: its repeat as a pattern, so that width costs nothing. */
export function band(
  id: string,
  motif: Motif,
  place: { y: number; cols: number; rows: number },
  bath: WoolColours,
  turn: number,
): string {
  const sheet = `M0 ${place.y}h${place.cols}v${place.rows}H0z`;
  const ground = motif.rows > 4 ? path(sheet, bath.band) : '';
  return `<pattern id="${id}" y="${place.y}" width="${motif.repeat}" height="${motif.rows}" patternUnits="userSpaceOnUse">${stitchesIn(motif, bath.inks, turn)}</pattern>${ground}${path(sheet, `url(#${id})`)}`;
}

export function wideMotif(dice: Dice): Motif {
  const ring = (): number => dice.roll(4);
  switch (dice.roll(6)) {
    case 0:
      return chevrons([1 + dice.roll(3), 1 + dice.roll(3), 0, 1 + dice.roll(3)]);
    case 1:
      return triangles;
    case 2:
      return combs;
    case 3:
      return crosses;
    default:
      return lozenge(dice.pick([13, 17, 21]), [3, ring(), 2, ring(), 1, ring(), 0, ring(), 2]);
  }
}
