import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  outputDir: path.join(root, 'out/test-results'),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'desk', testDir: path.join(root, 'test'), testMatch: ['e2e/**/*.spec.ts', 'faults/**/*.spec.ts'] },
    { name: 'tour', testDir: path.join(root, 'test/tour'), testMatch: '**/*.spec.ts' },
    { name: 'bench', testDir: path.join(root, 'test/bench'), testMatch: '**/*.bench.ts' },
  ],
});
