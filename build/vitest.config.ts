import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '..');

/** Those that replace a module have it to themselves; all others share the modules that a process has loaded. */
const apart = [
  'test/simulation/withoutChecksums.test.ts',
  'test/unit/electron/printPdf.test.ts',
  'test/unit/electron/installation/fingerprints.test.ts',
];

/** The longest begin first, so that none is left to one processor while the others have nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/test\/(simulation|fuzz)\//.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Everything under test/ named *.test.ts runs here, in Node; *.spec.ts needs a window and belongs to Playwright. */
export default defineConfig({
  root,
  test: {
    globalSetup: path.join(root, 'build/temporary.mjs'),
    environment: 'node',
    env: { TZ: 'Europe/Paris' },
    testTimeout: 60_000,
    hookTimeout: 60_000, // some start a database server
    pool: 'forks',
    maxWorkers: os.availableParallelism(),
    sequence: { shuffle: false, sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.{ts,tsx}'], exclude: apart, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
