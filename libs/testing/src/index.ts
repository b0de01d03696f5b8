/**
 * What specs stand on: real engines, one database and one index prefix per spec file, and the whole HTTP
 * application around the modules under test. Imported by specs only.
 */
export { databaseUrl, meili, type SearchServer } from './engines.js';
export { eventually } from './eventually.js';
export { countStatements } from './count-statements.js';
