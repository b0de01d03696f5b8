/**
 * @tiwizi/pictures — what is shown where there is no photograph: drawn from a name, never borrowed.
 *
 * Owns the crafts and their pictograms, the category pictures (pattern and medallion), the weavings and woven
 * emblems of cooperatives, the zellige arch of entrances and the braid under the header. Every function is pure
 * and answers one SVG text: same seed, same picture, on every machine and in every theme.
 *
 * Rules: three crafts, three jobs — zellige for entrances, weaving for people, tattoo signs for small marks;
 * a category picture or an emblem weighs at most 2 KB, because repeats are `<pattern>`; the palettes here are the
 * only colours outside the design tokens. Pictures carry no text and are decorative beside a name.
 */
export { braid } from './braid.js';
export { categoryPicture, type PictureSize } from './category-picture.js';
export { cooperativeEmblem } from './cooperative-emblem.js';
export { craftOf, crafts, isCraft, type Craft } from './craft.js';
export { weaving, type StitchGrid } from './weaving.js';
export { zelligeArch } from './zellige-arch.js';
