import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  globalSetup: [path.join(root, 'build/temporary.mjs'), path.join(root, 'build/usualPortHeld.ts')],
  outputDir: path.join(root, 'out/test-results'),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // every test has a profile, a keychain and temporary folders of its own; a third Electron would only wait for the others
  workers: Math.min(2, os.availableParallelism()),
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    {
      name: 'desk',
      testDir: path.join(root, 'test'),
      testMatch: ['e2e/**/*.spec.ts', 'faults/**/*.spec.ts'],
      fullyParallel: true,
    },
    {
      name: 'vigie',
      testDir: path.join(root, 'test/vigie'),
      testMatch: '**/*.spec.ts',
      fullyParallel: true,
    },
    { name: 'tour', testDir: path.join(root, 'test/tour'), testMatch: '**/*.spec.ts', workers: 1 },
    { name: 'bench', testDir: path.join(root, 'test/bench'), testMatch: '**/*.bench.ts', workers: 1 },
  ],
});
