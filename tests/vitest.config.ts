import { defineConfig } from 'vitest/config';

/** graphql has to be one module for everybody, or its instanceof checks fail across the copies. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const root = import.meta.dirname;

/** Three kinds of test: pure and fast; against both databases, with real processes where it says so; in a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          root,
          include: ['{domain,letters,adapters,contract,spa}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'databases',
          root,
          include: ['{api,hostile}/**/*.test.ts'],
          globalSetup: ['support/postgres.ts'],
          testTimeout: 120_000,
          // One more than CI has cores: half of what they wait for is a process that starts or a time that runs out.
          maxWorkers: 3,
          hookTimeout: 120_000,
          // Every file uses all of the product; loading it anew for each cost a quarter of the whole time.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'journeys',
          root,
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['support/postgres.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Each brings its own server and browser; with a third one the screens are too slow for what they promise.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
