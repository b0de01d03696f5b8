import { continueWith } from './bootstrap.mjs';

await continueWith('infra/run/screenshots.ts');
