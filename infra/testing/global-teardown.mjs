export { stopEngines as default } from './engines.ts';
