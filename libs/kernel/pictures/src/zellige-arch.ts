import { glazes } from './palettes.js';
import { diceOf, shortName, type Dice } from './seed.js';
import { path, polar, polygon, short, star, svg, type Point } from './svg.js';

const width = 620;
const height = 632;
const pitch = 158;
/** Radii of the eight-pointed star: tips, notches, and the ring of kites around its heart. */
const tip = pitch / 2;
const notch = tip * 0.7654;
const ring = tip * 0.52;
const ringNotch = ring * 0.7654;

const arch = `M46 ${height + 40}V316C-6 238 40 120 150 76 214 50 266 48 310 26c44 22 96 24 160 50 110 44 156 162 104 240v${height - 276}z`;

/**
 * A wall of star-and-cross tiles seen through a door: for entrances, empty pages and the receipt. Four stars are
 * cut, each glaze a little different as by hand, and repeated.
 */
export function zelligeArch(seed: string): string {
  const dice = diceOf(`zellige/${seed}`);
  const id = `z${shortName(seed)}`;
  const cells = [0, 1, 2, 3].map((cell) => {
    const [column, row] = [cell % 2, cell >> 1];
    return tile([tip + column * pitch, tip + row * pitch], cell, (column + row) % 2, dice);
  });
  const frame = glazes.frame.map((colour, line) => `<path d="${arch}" fill="none" stroke="${colour}" stroke-width="${26 - line * 8}" stroke-linejoin="round"/>`);
  return svg(
    width,
    height,
    `<clipPath id="${id}c"><path d="${arch}"/></clipPath>` +
      `<pattern id="${id}" x="${width / 2 - pitch}" y="-8" width="${pitch * 2}" height="${pitch * 2}" patternUnits="userSpaceOnUse"><g stroke="${glazes.grout}" stroke-width="2.5" stroke-linejoin="round">${cells.join('')}</g></pattern>` +
      `${frame.join('')}<g clip-path="url(#${id}c)">${path(`M0 0h${width}v${height}H0z`, `url(#${id})`)}</g>`,
  );
}

/** One star, its heart, and a quarter of each cross that touches it: the ground of the tile is the cross. */
function tile(centre: Point, cell: number, petal: number, dice: Dice): string {
  const [x, y] = centre;
  const at = (radius: number, degrees: number): Point => polar(radius, degrees, centre);
  const petals = eighths((d) => polygon([at(notch, d - 22.5), at(tip, d), at(notch, d + 22.5), at(ring, d)]));
  const kites = eighths((d) => polygon([at(ring, d), at(notch, d + 22.5), at(ring, d + 45), at(ringNotch, d + 22.5)]));
  const heart = glazes.hearts[cell] ?? glazes.bone;
  const cross = glazes.crosses[cell] ?? glazes.bone;
  const square = `M${short(x - tip)} ${short(y - tip)}h${pitch}v${pitch}h-${pitch}z`;
  return [
    path(square, handCut(cross, dice), ' stroke="none"'),
    ...[0, 90, 180, 270].map((d) => path(corner(centre, d), glazes.bone, ' stroke="none"')),
    path(petals, handCut(glazes.petals[petal] ?? glazes.bone, dice)),
    path(kites, handCut(glazes.bone, dice)),
    path(star(8, ring, ringNotch, centre), handCut(heart, dice)),
    path(star(8, ring / 2, ringNotch / 2, centre), handCut(glazes.bone, dice)),
    path(star(4, ring * 0.26, ring * 0.18, centre), glazes.centre),
  ].join('');
}

const eighths = (shape: (degrees: number) => string): string =>
  Array.from({ length: 8 }, (_, k) => shape(k * 45)).join('');

/** A quarter of the bone lozenge at the middle of a cross, which lies at the corner between four stars. */
function corner([x, y]: Point, degrees: number): string {
  const [dx, dy] = polar(Math.SQRT2, degrees + 45).map(Math.round) as [number, number];
  const [cx, cy] = [x + dx * tip, y + dy * tip];
  const reach = tip * 0.4;
  return polygon([[cx, cy], [cx - dx * reach, cy], [cx, cy - dy * reach]]);
}

/** No two hand-cut tiles fire alike: a glaze moves up to five hundredths lighter or darker. */
function handCut(colour: string, dice: Dice): string {
  const share = 1 + (dice.roll(11) - 5) / 100;
  const channels = [1, 3, 5].map((at) => Math.min(255, Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * share)));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
