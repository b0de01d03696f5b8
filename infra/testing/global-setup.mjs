// Loaded by Jest as a module of its own, so that the engines' code runs as Node sees it.
export { default } from './engines.ts';
