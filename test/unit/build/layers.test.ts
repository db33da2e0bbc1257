import { describe, expect, it } from 'vitest';
import { layerFaults } from '../../../build/layers.mjs';

/** A tree of files, each given as its text. */
const faultsOf = (tree: Record<string, string>) =>
  layerFaults(Object.entries(tree).map(([file, text]) => ({ file, text })));

const kernel = { 'shared/kernel/result.ts': 'export type Result = 1; export const ok = 1;' };

describe('layers', () => {
  it('lets a folder import what the table names, and itself', () => {
    expect(
      faultsOf({
        ...kernel,
        'shared/journal/entry.ts': "import { ok } from '../kernel/result'; export const entry = ok;",
        'shared/exchange/step.ts': "import { entry } from '../journal/entry'; export { entry };",
        'shared/centre/dispatch.ts': "import type { entry } from '../journal/entry';",
        'renderer/desk.tsx': "import { entry } from '../shared/exchange/step'; import './desk.module.css';",
        'renderer/door.tsx': "import './desk';",
        'shared/globals.d.ts': '',
        'test/unit/a.test.ts': "import '../../renderer/desk'; import '../../electron/main'; import 'anything';",
      }),
    ).toEqual([]);
  });

  it('refuses an upward import', () => {
    expect(
      faultsOf({ ...kernel, 'shared/journal/entry.ts': "import '../exam/area';", 'shared/exam/area.ts': '' }),
    ).toEqual(['shared/journal/entry.ts:1: shared/journal may not import shared/exam (../exam/area)']);
  });

  it.each([
    ["import type { ok } from '../exam/area';"],
    ["import { type ok } from '../exam/area';"],
    ["export type { ok } from '../exam/area';"],
    ["export * from '../exam/area';"],
    ["type Area = import('../exam/area').Area;"],
    ["const area = import('../exam/area');"],
  ])('refuses an upward import written as %s', (text) => {
    const tree = { 'shared/kernel/result.ts': `\n${text}`, 'shared/exam/area.ts': 'export type Area = 1;' };
    expect(faultsOf(tree)).toEqual([
      'shared/kernel/result.ts:2: shared/kernel may not import shared/exam (../exam/area)',
    ]);
  });

  it('keeps the programs apart', () => {
    expect(
      faultsOf({
        'renderer/desk.tsx': "import '../electron/main';",
        'electron/main.ts': "import '../renderer/desk';",
        'headquarters/server.ts': "import '../shared/bridge/bridge';",
        'shared/bridge/bridge.ts': '',
      }).filter((fault) => !fault.startsWith('a ring')),
    ).toEqual([
      'renderer/desk.tsx:1: renderer may not import electron (../electron/main)',
      'electron/main.ts:1: electron may not import renderer (../renderer/desk)',
      'headquarters/server.ts:1: headquarters may not import shared/bridge (../shared/bridge/bridge)',
    ]);
  });

  it('finds a ring of files, also one made of types alone', () => {
    expect(
      faultsOf({
        'shared/kernel/a.ts': "import type { B } from './b'; export type A = B;",
        'shared/kernel/b.ts': "import type { C } from './c'; export type B = C;",
        'shared/kernel/c.ts': "import type { A } from './a'; export type C = A;",
      }),
    ).toEqual(['a ring of imports: shared/kernel/a.ts → shared/kernel/b.ts → shared/kernel/c.ts → shared/kernel/a.ts']);
  });

  it('refuses packages that are not on a folder’s list', () => {
    expect(
      faultsOf({
        'shared/kernel/a.ts': "import 'zod'; import '@noble/hashes/sha2.js';\nimport 'react';\nimport 'node:fs';",
        'renderer/a.ts': "import 'react-dom/client';\nimport 'electron';",
        'electron/a.ts': "import 'node:fs'; import 'electron';\nimport 'dexie';",
      }),
    ).toEqual([
      'shared/kernel/a.ts:2: may not import the package react',
      'shared/kernel/a.ts:3: may not import the package node:fs',
      'renderer/a.ts:2: may not import the package electron',
      'electron/a.ts:2: may not import the package dexie',
    ]);
  });

  it('refuses a file outside every layer', () => {
    expect(faultsOf({ 'shared/utils/a.ts': '', 'shared/b.ts': '' })).toEqual([
      'shared/utils/a.ts: belongs to no layer',
      'shared/b.ts: belongs to no layer',
    ]);
  });
});
