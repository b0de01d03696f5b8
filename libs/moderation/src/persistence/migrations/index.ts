import { CreateModeration1764000050000 } from './1764000050000-create-moderation.js';

export const moderationMigrations = [CreateModeration1764000050000];
