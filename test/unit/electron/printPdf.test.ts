import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { sweepPrints } from '../../../electron/bridge/handlers/printPdf';

vi.mock('electron', () => ({ shell: {} }));

test('AT REST what a killed run left to be printed is gone at the next start, and nothing else', async () => {
  const temp = mkdtempSync(path.join(tmpdir(), 'cachet-sweep-'));
  mkdirSync(path.join(temp, 'cachet-print-abc'));
  writeFileSync(path.join(temp, 'cachet-print-abc/Liste.pdf'), 'names');
  mkdirSync(path.join(temp, 'somebody-else'));
  await sweepPrints(temp);
  expect(readdirSync(temp)).toEqual(['somebody-else']);
  await sweepPrints(temp);
  expect(existsSync(temp)).toBe(true);
  rmSync(temp, { recursive: true });
});
