import { braidBath } from './palettes.js';
import { lozenge } from './stitches.js';
import { path } from './svg.js';
import { band } from './weaving.js';

const repeat = 17;
const edge = 2;
const rows = repeat + edge * 2;
const stitch = 4;

/** The woven strip under the header: one repeat high, `repeats` wide; lay it with `repeat-x`, it joins to itself. */
export function braid(repeats = 1): string {
  const cols = repeat * repeats;
  const rule = (y: number): string => path(`M0 ${y}h${cols}v${edge}H0z`, braidBath.inks[1]);
  const diamonds = band(
    'braid',
    lozenge(repeat, [1, 3, 2, 0, 1, 0, 0, 2, 3]),
    { y: edge, cols, rows: repeat },
    braidBath,
    2,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cols} ${rows}" width="${cols * stitch}" height="${rows * stitch}" shape-rendering="crispEdges">${path(`M0 0h${cols}v${rows}H0z`, braidBath.base)}${diamonds}${rule(0)}${rule(rows - edge)}</svg>`;
}
