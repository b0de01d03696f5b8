/**
 * The demonstration: 300 fictitious cooperatives with 2,000 products, people who can sign in, papers and listings
 * that wait for a decision; and as many generated cooperatives and products as load work asks for.
 *
 * Everything here has the same id in every run, so whatever was added before is left as it is.
 */
export { printDemoAccounts } from './accounts.js';
export { seedDemo } from './seed-demo.js';
export { indexAll, seedGenerated } from './generated/seed-generated.js';
