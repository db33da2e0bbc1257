import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from './launch';

/** A start on a machine without keychain: what Linux offers where no service keeps secrets. */
export const noKeychain = { args: ['--password-store=basic'], env: { CACHET_KEYCHAIN: '' } };

/** Whether every key of a profile's `data.key` is sealed to some recovery key. */
export function isSealed(profile: string): boolean {
  const file = path.join(profile, 'data.key');
  if (!existsSync(file)) return false;
  const { keys } = JSON.parse(readFileSync(file, 'utf8'));
  return keys.every(({ seals }: { readonly seals: readonly unknown[] }) => seals.length > 0);
}

/** The codes that headquarters' command prints for a demonstration's `data.key` or safe copy. */
export function recoveryCodes(file: string): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['build/recover.mjs', file, 'build/recovery/demonstration-only.pem'],
    { cwd: root, encoding: 'utf8' },
  );
  const codes = [...stdout.matchAll(/([0-9A-Z]{5}-){12}[0-9A-Z]{5}/g)].map(([code]) => code);
  if (codes.length === 0) throw new Error(`no recovery code: ${stdout}${stderr}`);
  return codes;
}

/** How many entries the black box gives the window. */
export function entriesInFile(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const heads = await window.cachet.frontier();
    return heads.reduce((sum, { seq }) => sum + seq, 0);
  });
}
