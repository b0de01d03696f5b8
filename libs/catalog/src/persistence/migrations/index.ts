import { CreateCatalog1764000040000 } from './1764000040000-create-catalog.js';

export const catalogMigrations = [CreateCatalog1764000040000];
