import { describe, expect, it } from 'vitest';
import { houseFaults } from '../../../build/house.mjs';

const faultsOf = (file: string, text: string) => houseFaults([{ file, text }]);

describe('house rules', () => {
  it('lets pass what keeps them', () => {
    const text =
      "export const day = new Date(0); export const roles = ['a'] as const; export const two = Math.max(1, 2);";
    expect(faultsOf('shared/kernel/a.ts', text)).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'performance.now()', 'crypto.randomUUID()'])(
    'refuses %s in shared, and there alone',
    (call) => {
      expect(faultsOf('shared/exam/a.ts', `\nexport const x = ${call};`)).toEqual([
        'shared/exam/a.ts:2: reads the clock or chance: take a port',
      ]);
      expect(faultsOf('electron/a.ts', `\nexport const x = ${call};`)).toEqual([]);
    },
  );

  it('refuses a cast, except where brands are made', () => {
    const text = 'export const id = raw as string;';
    expect(faultsOf('renderer/a.tsx', text)).toEqual(['renderer/a.tsx:1: a cast']);
    expect(faultsOf('shared/kernel/brand.ts', text)).toEqual([]);
  });

  it('refuses a file of more than 400 lines', () => {
    expect(faultsOf('electron/a.ts', '\n'.repeat(399).concat('1;\n'))).toEqual([]);
    expect(faultsOf('electron/a.ts', '\n'.repeat(400).concat('1;\n'))).toEqual([
      'electron/a.ts: 401 lines, more than 400: it has more than one subject',
    ]);
  });
});
