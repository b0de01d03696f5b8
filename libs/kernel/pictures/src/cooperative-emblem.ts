import { woolBaths } from './palettes.js';
import { diceOf, shortName } from './seed.js';
import { lozenge, rules, stitchesIn } from './stitches.js';
import { path } from './svg.js';
import { band } from './weaving.js';

const width = 21;
const height = 27;
/** A horseshoe door: the shape kept for cooperatives and nothing else. */
const door = 'M1 27V11Q-1 4 5 2.4 9 1.5 10.5 0 12 1.5 16 2.4 22 4 20 11V27z';

/** The woven sign of one cooperative, always the same: hung in its door, on its products and parcels. */
export function cooperativeEmblem(slug: string): string {
  const dice = diceOf(`emblem/${slug}`);
  const bath = dice.pick(woolBaths);
  const id = `e${shortName(slug)}`;
  const turn = dice.roll(3);
  const ring = (): number => dice.roll(4);
  const heart = lozenge(width, [
    1 + dice.roll(3),
    ring(),
    1 + dice.roll(3),
    ring(),
    1 + dice.roll(3),
    0,
    ring(),
    ring(),
    1 + dice.roll(3),
    ring(),
  ]);
  const edge = dice.pick(rules);
  // A quarter, mirrored across and then down: the middle row and column are shared.
  const half = (width + 1) / 2;
  const quarter = stitchesIn(heart, bath.inks, turn, half, half);
  const mirrored = `<g id="${id}h"><g id="${id}q">${quarter}</g><use href="#${id}q" transform="matrix(-1 0 0 1 ${width} 0)"/></g><use href="#${id}h" transform="matrix(1 0 0 -1 0 ${width})"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 8}" height="${height * 8}"><clipPath id="${id}"><path d="${door}"/></clipPath>` +
    `<g clip-path="url(#${id})" shape-rendering="crispEdges">${path(`M0 0h${width}v${height}H0z`, bath.base)}` +
    `<g transform="translate(0 2)">${mirrored}</g>` +
    `${band(`${id}b`, edge, { y: height - edge.rows, cols: width, rows: edge.rows }, bath, turn + 1)}</g>` +
    // A frame, or light wool would melt into the page.
    `<path d="${door}" clip-path="url(#${id})" fill="none" stroke="${bath.inks[0]}" stroke-width="1.4"/></svg>`
  );
}
