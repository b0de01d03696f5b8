import { CreateSearch1764000060000 } from './1764000060000-create-search.js';

export const searchMigrations = [CreateSearch1764000060000];
