import { reactRouter } from '@react-router/dev/vite';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import { pageBudgets } from './vite/page-budgets.ts';
import { pageTexts } from './vite/page-texts.ts';

export default defineConfig({
  plugins: [pageTexts(), reactRouter(), pageBudgets()],
  // Our own libraries are bundled from their sources: nothing has to be compiled first.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  environments: {
    ssr: {
      // One self-contained file: the process that mounts it takes the router's classes and keys from it.
      resolve: { noExternal: true, conditions: ['source', ...defaultServerConditions] },
    },
  },
  build: { assetsInlineLimit: 0, cssMinify: true, sourcemap: false },
});
