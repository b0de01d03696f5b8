/**
 * What specs stand on: real engines, one database and one index prefix per spec file, and the whole HTTP
 * application around the modules under test. Imported by specs only.
 */
export { databaseUrl, meili, type SearchServer } from './engines.js';
export { eventually } from './eventually.js';
export { countStatements } from './count-statements.js';
export { idempotencyKey, startApp, TestApp, type Person, type StartOptions } from './start-app.js';
export { testSettings } from './test-settings.js';
