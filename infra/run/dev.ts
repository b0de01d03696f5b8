import { rebuildOnChange } from './rebuild-on-change.ts';
import { runMarketplace } from './run-marketplace.ts';

process.env.TIWIZI_DEV = '1';
await runMarketplace(rebuildOnChange);
