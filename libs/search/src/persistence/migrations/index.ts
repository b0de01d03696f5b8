import { CreateSearch1764000060000 } from './1764000060000-create-search.js';
import { IndexDocumentsByCooperative1764000060001 } from './1764000060001-index-documents-by-cooperative.js';
import { PlaceDocuments1764000060010 } from './1764000060010-place-documents.js';
import { FindMakers1764000060011 } from './1764000060011-find-makers.js';
import { KnowWords1764000060012 } from './1764000060012-know-words.js';
import { SlimDocuments1764000060100 } from './1764000060100-slim-documents.js';
import { NoteChanges1764000060101 } from './1764000060101-note-changes.js';
import { CountTries1764000060102 } from './1764000060102-count-tries.js';

export const searchMigrations = [
  CreateSearch1764000060000,
  IndexDocumentsByCooperative1764000060001,
  PlaceDocuments1764000060010,
  FindMakers1764000060011,
  KnowWords1764000060012,
  SlimDocuments1764000060100,
  NoteChanges1764000060101,
  CountTries1764000060102,
];
