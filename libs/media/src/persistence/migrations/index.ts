import { CreateMedia1764000030000 } from './1764000030000-create-media.js';

export const mediaMigrations = [CreateMedia1764000030000];
