import { woolBaths } from './palettes.js';
import { diceOf, shortName } from './seed.js';
import { lozenge, rules, stitchPath } from './stitches.js';
import { path } from './svg.js';
import { band } from './weaving.js';

const width = 21;
const height = 27;
/** A horseshoe door: the shape kept for cooperatives and nothing else. */
const door = 'M1 27V11Q-1 4 5 2.400 9 1.500 10.500 0 12 1.500 16 2.400 22 4 20 11V27z'.replace(/(\.\d)00/g, '$1');

/** The woven sign of one cooperative, always the same: hung in its door, on its products and parcels. */
export function cooperativeEmblem(slug: string): string {
  const dice = diceOf(`emblem/${slug}`);
  const bath = dice.pick(woolBaths);
  const id = `e${shortName(slug)}`;
  const turn = dice.roll(3);
  const ring = (): number => dice.roll(4);
  const heart = lozenge(width, [1 + dice.roll(3), ring(), 1 + dice.roll(3), ring(), 1 + dice.roll(3), 0, ring(), ring(), 1 + dice.roll(3), ring()]);
  const edge = dice.pick(rules);
  const stitches = [1, 2, 3].map((ink) => path(stitchPath(heart, ink), bath.inks[(ink + turn) % 3] ?? bath.inks[0]));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 8}" height="${height * 8}"><clipPath id="${id}"><path d="${door}"/></clipPath>` +
    `<g clip-path="url(#${id})" shape-rendering="crispEdges">${path(`M0 0h${width}v${height}H0z`, bath.base)}` +
    `<g transform="translate(0 2)">${stitches.join('')}</g>` +
    `${band(`${id}b`, edge, { y: height - edge.rows, cols: width, rows: edge.rows }, bath, turn + 1)}</g></svg>`
  );
}
