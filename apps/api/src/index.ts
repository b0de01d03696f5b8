/** The HTTP process, for those who start it within their own: measurements and browser tests. */
export { startApi } from './start-api.js';
