import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../../build/sources.mjs';
import { testTableFaults, testTables } from '../../../build/testTables.mjs';

const tests = [
  {
    file: 'test/unit/a.test.ts',
    text: `describe('the box', () => { test('FAULT 6 a torn record', f); test.each([1])(\`cut by \${1} bytes\`, f); });`,
  },
  { file: 'test/contract/c.ts', text: "export const cases = [{ name: 'an empty one', run }];" },
];
const faultsOf = (cell: string) => testTableFaults({ file: 'README.md', text: `| 6 | torn | ${cell} |` }, tests);

describe('a table of tests', () => {
  it('may name any title of the file, in part, with or without the file’s ending', () => {
    expect(faultsOf('`unit/a.test.ts` « FAULT 6 », « … torn record », `unit/a` « the box »')).toEqual([]);
    expect(faultsOf('`contract/c.ts` « an empty one », `unit/a` « cut by … », « bytes »')).toEqual([]);
  });

  it('does not name a file that is not there, nor a title that no test has', () => {
    expect(faultsOf('`unit/b.test.ts` « FAULT 6 »')).toEqual(['README.md:1: there is no unit/b.test.ts']);
    expect(faultsOf('`unit/a` « FAULT 7 »')).toEqual([
      'README.md:1: no test of test/unit/a.test.ts is called « FAULT 7 »',
    ]);
  });

  it('is believed in its last column alone', () => {
    expect(faultsOf('`unit/b.test.ts` « said » | `unit/a` « FAULT 6 »')).toEqual([]);
  });
});

describe('the faults that are survived', () => {
  const table = readFileSync('test/faults/README.md', 'utf8');

  it('each fault of the catalogue, 1 to 72, has its row, and a fault that is held names a test', () => {
    const rows = table.split('\n').filter((line) => /^\| [\d, ]+ \|/.test(line));
    const numbers = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map(Number));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 72 }, (_, at) => at + 1)));
    for (const row of rows) {
      const [, number = '', , , result = '', named = ''] = row.split('|').map((cell) => cell.trim());
      expect(result, number).toMatch(/^(held|in part|later)$/);
      if (result !== 'later') expect(named, number).toMatch(/`[a-z0-9]+\/[^`]+`[^`]*«/);
    }
  });

  it('what the tables say of tests is so', () => {
    const sources = sourcesOf(['test']);
    const faults = testTables.flatMap((file) => testTableFaults({ file, text: readFileSync(file, 'utf8') }, sources));
    expect(faults).toEqual([]);
  });
});
