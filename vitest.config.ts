import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** Left to itself Vitest keeps a processor free: of two it would use one, while most of our tests wait for programs. */
const maxWorkers = availableParallelism();

/**
 * The pages' state is tested as the browser runs it. In Node, Svelte would compile runes for server rendering,
 * where effects never run and nothing is reactive.
 */
const runes = {
  plugins: [
    svelte({
      configFile: resolve(root, 'svelte.config.js'),
      dynamicCompileOptions: () => ({ generate: 'client' }),
    }),
  ],
  resolve: {
    alias: [
      { find: /^svelte$/, replacement: resolve(root, 'node_modules/svelte/src/index-client.js') },
      {
        find: /^svelte\/(reactivity|store)$/,
        replacement: resolve(root, 'node_modules/svelte/src/$1/index-client.js'),
      },
    ],
  },
};

/**
 * Three kinds of test, one kind after the other:
 * unit (pure code in Node), integration (real sockets, files and Redis), e2e (real Chromium).
 */
export default defineConfig({
  cacheDir: resolve(root, '.cache/vitest'),
  test: {
    // A filter may leave a project with nothing; scripts/test.mjs refuses a run that ran no test at all.
    passWithNoTests: true,
    allowOnly: false,
    projects: [
      {
        extends: true,
        ...runes,
        test: {
          name: 'unit',
          include: ['tests/{rules,contracts,properties,simulation,golden,client}/**/*.test.ts'],
          // Contracts of the log wait for the disk, which on a busy machine takes its time.
          testTimeout: 30_000,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/builtProduct.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file has a server and a browser of its own; more than two would only make each other wait.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
