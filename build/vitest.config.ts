import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/** Everything under test/ named *.test.ts runs here, in Node; *.spec.ts needs a window and belongs to Playwright. */
export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    env: { TZ: 'Europe/Paris' },
    testTimeout: 20_000,
    hookTimeout: 60_000, // some start a database server
    sequence: { shuffle: false },
  },
});
