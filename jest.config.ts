import type { Config } from 'jest';

/** The same decorators and metadata as the build, but as CommonJS: Jest's module mocks need it. */
const swc = (tsx: boolean) => ({
  configFile: false,
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
});

const config: Config = {
  testMatch: ['<rootDir>/{apps,libs,infra}/**/*.spec.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/apps/[^/]+/build/', '<rootDir>/apps/storefront-e2e/'],
  modulePathIgnorePatterns: ['/dist/', '/apps/[^/]+/build/', '/\\.tiwizi/', '/\\.nx/'],
  globalSetup: '<rootDir>/infra/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/infra/testing/global-teardown.mjs',
  testEnvironment: '<rootDir>/infra/testing/environment.cjs',
  // Our own projects are tested from their sources; nothing has to be built first.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc(false)],
    '^.+\\.tsx$': ['@swc/jest', swc(true)],
  },
  maxWorkers: 2,
  workerIdleMemoryLimit: '512MB',
  testTimeout: 30_000,
};

export default config;
