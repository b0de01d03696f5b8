import { z } from 'zod';
import { event } from '../shared/event.js';
import { Id } from '../shared/values.js';

export const ImageUploadedV1 = event('media.image-uploaded.v1', 'slow', z.strictObject({ imageId: Id }));
/** The renditions exist, or the picture turned out to be unreadable. */
export const ImageProcessedV1 = event(
  'media.image-processed.v1',
  'quick',
  z.strictObject({ imageId: Id, cooperativeId: Id, status: z.enum(['ready', 'refused']) }),
);
