import { CreateSearch1764000060000 } from './1764000060000-create-search.js';
import { IndexDocumentsByCooperative1764000060001 } from './1764000060001-index-documents-by-cooperative.js';

export const searchMigrations = [CreateSearch1764000060000, IndexDocumentsByCooperative1764000060001];
