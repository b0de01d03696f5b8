import { CreatePlatform1764000000000 } from './1764000000000-create-platform.js';

export const platformMigrations = [CreatePlatform1764000000000];
