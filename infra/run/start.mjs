import { continueWith } from './bootstrap.mjs';

await continueWith('infra/run/start.ts');
