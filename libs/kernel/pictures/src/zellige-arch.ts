import { glazes } from './palettes.js';
import { diceOf, shortName, type Dice } from './seed.js';
import { path, polar, polygon, star, svg, type Point } from './svg.js';

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
  const crosses = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => cross(column, row)));
  const stars = [0, 1, 2, 3].map((cell) => starTile(cell % 2, cell >> 1, dice));
  const frame = glazes.frame.map(
    (colour, line) =>
      `<path d="${arch}" fill="none" stroke="${colour}" stroke-width="${26 - line * 8}" stroke-linejoin="round"/>`,
  );
  return svg(
    width,
    height,
    `<clipPath id="${id}c"><path d="${arch}"/></clipPath>` +
      `<pattern id="${id}" x="${width / 2 - tip}" y="-8" width="${pitch * 2}" height="${pitch * 2}" patternUnits="userSpaceOnUse"><g stroke="${glazes.grout}" stroke-width="2.5" stroke-linejoin="round">${crosses.join('')}${stars.join('')}</g></pattern>` +
      `${frame.join('')}<g clip-path="url(#${id}c)">${path(`M0 0h${width}v${height}H0z`, `url(#${id})`)}</g>`,
  );
}

/** The cross where four stars meet, and its lozenge. Those at the edge are cut by it and joined by the next repeat. */
function cross(column: number, row: number): string {
  const [x, y] = [column * pitch, row * pitch];
  const glaze = glazes.crosses[(column % 2) + 2 * (row % 2)] ?? glazes.bone;
  const lozenge = (reach: number): string => polygon([0, 90, 180, 270].map((degrees) => polar(reach, degrees, [x, y])));
  return [
    path(`M${x - tip} ${y - tip}h${pitch}v${pitch}h-${pitch}z`, glaze, ' stroke="none"'),
    path(lozenge(tip * 0.44), glazes.bone),
    path(lozenge(tip * 0.25), glazes.hearts[column % 2] ?? glazes.bone),
  ].join('');
}

/** One star: eight petals, the bone kites between them, and its heart. */
function starTile(column: number, row: number, dice: Dice): string {
  const centre: Point = [tip + column * pitch, tip + row * pitch];
  const at = (radius: number, degrees: number): Point => polar(radius, degrees, centre);
  const petals = eighths((d) => polygon([at(notch, d - 22.5), at(tip, d), at(notch, d + 22.5), at(ring, d)]));
  const kites = eighths((d) => polygon([at(ring, d), at(notch, d + 22.5), at(ring, d + 45), at(ringNotch, d + 22.5)]));
  return [
    path(petals, handCut(glazes.petals[(column + row) % 2] ?? glazes.bone, dice)),
    path(kites, handCut(glazes.bone, dice)),
    path(star(8, ring, ringNotch, centre), handCut(glazes.hearts[column + 2 * row] ?? glazes.bone, dice)),
    path(star(8, ring / 2, ringNotch / 2, centre), handCut(glazes.bone, dice)),
    path(star(4, ring * 0.26, ring * 0.18, centre), glazes.centre),
  ].join('');
}

const eighths = (shape: (degrees: number) => string): string =>
  Array.from({ length: 8 }, (_, k) => shape(k * 45)).join('');

/** No two hand-cut tiles fire alike: a glaze moves up to five hundredths lighter or darker. */
function handCut(colour: string, dice: Dice): string {
  const share = 1 + (dice.roll(11) - 5) / 100;
  const channels = [1, 3, 5].map((at) =>
    Math.min(255, Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * share)),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
