import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Which contexts a context may call and wait for; the rest it learns from events. Apps wire all of them together. */
const calls = {
  identity: [],
  media: [],
  shipping: [],
  ledger: [],
  cooperatives: ['identity'],
  notifications: ['identity', 'cooperatives'],
  catalog: ['cooperatives', 'media', 'ledger'],
  moderation: ['catalog', 'cooperatives', 'identity'],
  search: ['catalog', 'cooperatives'],
  checkout: ['catalog', 'shipping', 'cooperatives'],
  orders: ['checkout', 'identity', 'catalog', 'shipping', 'ledger', 'cooperatives'],
  payments: ['orders', 'ledger', 'identity'],
};

const only = (sourceTag, ...tags) => ({ sourceTag, onlyDependOnLibsWithTags: tags });

const constraints = (...alsoTypes) => [
  only(
    'type:app',
    'type:composition',
    'type:context',
    'type:platform',
    'type:contracts',
    'type:kernel',
    'type:ui',
    ...alsoTypes,
  ),
  only('type:composition', 'type:context', 'type:platform'),
  only('type:context', 'type:context', 'type:platform', 'type:contracts', 'type:kernel', ...alsoTypes),
  only('type:platform', 'type:platform', 'type:contracts', 'type:kernel', ...alsoTypes),
  only('type:ui', 'type:ui', 'type:contracts', 'type:kernel', ...alsoTypes),
  only('type:contracts', 'type:contracts', 'type:kernel', ...alsoTypes),
  only('type:testing', 'type:testing', 'type:platform', 'type:contracts', 'type:kernel'),
  {
    ...only('type:kernel', 'type:kernel', ...alsoTypes),
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'react', 'react-*'],
  },
  ...['node', 'browser', 'any'].map((runtime) => only(`runtime:${runtime}`, `runtime:${runtime}`, 'runtime:any')),
  ...Object.entries(calls).map(([from, to]) =>
    only(`scope:${from}`, 'scope:shared', `scope:${from}`, ...to.map((name) => `scope:${name}`)),
  ),
];

const boundaries = (depConstraints, allow = []) => [
  'error',
  {
    depConstraints,
    allow,
    enforceBuildableLibDependency: false,
    checkDynamicDependenciesExceptions: ['.*'],
    // The platform's own specs stand on the applications that the test library makes of the platform.
    ignoredCircularDependencies: ['events', 'http', 'persistence', 'settings'].map((name) => [
      '@tiwizi/testing',
      `@tiwizi/${name}`,
    ]),
  },
];

const sources = ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'];
const specs = ['**/*.spec.{ts,tsx}', '**/src/testing/**/*.ts'];

export default [
  { ignores: ['**/dist/**', 'apps/*/build/**', '**/.react-router/**', '**/*.d.ts', '.tiwizi/**', '.nx/**'] },
  {
    files: [...sources, 'infra/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: sources,
    ignores: specs,
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(constraints()) },
  },
  {
    files: specs,
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(constraints('type:testing')) },
  },
  {
    // The browser tests start their marketplace with the engines that every command uses.
    files: ['apps/storefront-e2e/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(constraints('type:testing'), ['/infra/']) },
  },
];
