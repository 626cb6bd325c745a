import { defineConfig } from 'vitest/config';

const database = './test/database-setup.ts';
const others = ['**/*.db.test.ts', '**/*.api.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: others,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
          globalSetup: database,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'api',
          include: ['src/**/*.api.test.ts', 'test/**/*.api.test.ts'],
          globalSetup: database,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          globalSetup: './journeys/support/journey-setup.ts',
          // Limits for what hangs, not for what is slow: the machine may have much else to do.
          testTimeout: 600_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 45_000 } },
          // One product and one browser at a time.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
