import { CreateLedger1764000110000 } from './1764000110000-create-ledger.js';

export const ledgerMigrations = [CreateLedger1764000110000];
