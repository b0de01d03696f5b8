import { craftOf } from './craft.js';
import { groundRepeat } from './ground-patterns.js';
import { craftColours, paper } from './palettes.js';
import { pictogram } from './pictograms.js';
import { diceOf, shortName } from './seed.js';
import { path, short, star, svg } from './svg.js';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Tips of the medallion, and how deep the notches between them are. */
const medallions: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [8, 0.86],
  [8, 0.92],
  [12, 0.9],
  [16, 0.93],
];

const defaultSize: PictureSize = { width: 480, height: 480 };

/**
 * Stands in for the missing photograph: the craft gives pattern, dye and pictogram; the seed (the product's slug)
 * turns and sizes them, so that neighbours in a list differ. Takes a category id or a craft.
 */
export function categoryPicture(categoryId: string, seed: string, size: PictureSize = defaultSize): string {
  const { width, height } = size;
  const craft = craftOf(categoryId);
  const colours = craftColours[craft];
  const dice = diceOf(`${craft}/${seed}`);
  const [repeatWidth, repeatHeight, lines] = groundRepeat(craft, dice);
  const id = `g${shortName(`${craft}/${seed}/${width}x${height}`)}`;

  const unit = Math.min(width, height) / 240;
  const scale = unit * (0.8 + dice.roll(5) / 10);
  const turn = dice.pick([0, 0, 45, 90]);
  const [x, y] = [width / 2, height / 2];
  const [tips, depth] = dice.pick(medallions);
  const radius = unit * 80;
  const ground = `<pattern id="${id}" width="${repeatWidth}" height="${repeatHeight}" patternUnits="userSpaceOnUse" patternTransform="translate(${short(x)} ${short(y)})rotate(${turn})scale(${short(scale)})"><path d="${lines}" fill="none" stroke="${colours.ink}" stroke-opacity=".28" stroke-width="2"/></pattern>`;
  const sheet = `M0 0h${width}v${height}H0z`;
  return svg(
    width,
    height,
    ground +
      path(sheet, colours.ground) +
      path(sheet, `url(#${id})`) +
      path(star(tips, radius * 1.1, radius * 1.1 * depth, [x, y]), colours.ground) +
      path(
        star(tips, radius, radius * depth, [x, y]),
        paper,
        ` stroke="${colours.ink}" stroke-width="${short(unit * 2.4)}"`,
      ) +
      `<g transform="translate(${short(x)} ${short(y)})scale(${Math.round(unit * 115) / 100})translate(-48 -48)">${pictogram(craft, colours)}</g>`,
  );
}
