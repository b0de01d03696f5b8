import { runMarketplace } from './run-marketplace.ts';

await runMarketplace();
