/**
 * @tiwizi/media: photographs of cooperatives and the drawings that stand in for them.
 */
export { MediaModule } from './media.module.js';
export { mediaMigrations } from './persistence/migrations/index.js';
