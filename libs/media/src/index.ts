/**
 * @tiwizi/media: photographs of cooperatives, and the drawings that stand in for them.
 *
 * Owns originals (kept privately), their renditions (WebP, turned upright, without any of the camera's notes) and the
 * addresses `/media/…` and `/pictures/…`. Others read the view `media.public_picture`.
 *
 * Rules: bytes decide what a file is, never its name; size and pixels are refused before anything is decoded; what
 * buyers receive was drawn again by us; an address never changes its content.
 */
export { MediaApi } from './media.api.js';
export { MediaModule } from './media.module.js';
export { mediaMigrations } from './persistence/migrations/index.js';
export type { ImageState } from './use-cases/image-states.query.js';
