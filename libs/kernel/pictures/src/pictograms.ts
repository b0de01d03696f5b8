import type { Craft } from './craft.js';
import { paper, type CraftColours } from './palettes.js';
import { foodPictograms } from './pictograms-food.js';
import { workshopPictograms } from './pictograms-workshop.js';

/** One shape of a pictogram: its outline on a 96 grid, and what fills it. */
export type Shape = readonly [d: string, fill?: 'paper' | 'ink' | 'accent' | 'second' | 'none'];

const pictograms: Record<Craft, readonly Shape[]> = { ...foodPictograms, ...workshopPictograms };

/** Two tones and one line width; objects one can name, never symbols. */
export function pictogram(craft: Craft, colours: CraftColours): string {
  const tones = { ...colours, paper, none: 'none' };
  const shapes = pictograms[craft].map(
    ([d, fill = 'paper']) => `<path d="${d}"${fill === 'paper' ? '' : ` fill="${tones[fill]}"`}/>`,
  );
  return `<g fill="${paper}" stroke="${colours.ink}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round">${shapes.join('')}</g>`;
}
