import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'test/faults/**', 'node_modules/**'],
          environment: 'node',
          // Long enough for a machine that does other work: a test that hangs is found as well a minute later.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
          exclude: ['node_modules/**'],
          environment: 'node',
          globalSetup: ['test/support/database.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Sequencers, killed processes and servers are timed here; beside another file they starve.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
