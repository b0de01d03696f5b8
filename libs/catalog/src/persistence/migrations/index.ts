import { CreateCatalog1764000040000 } from './1764000040000-create-catalog.js';
import { Services1764000040010 } from './1764000040010-services.js';

export const catalogMigrations = [CreateCatalog1764000040000, Services1764000040010];
