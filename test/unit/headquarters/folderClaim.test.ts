import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimFolder } from '../../../headquarters/folderClaim';
import { settingsFrom } from '../../../headquarters/settings';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cachet-claim-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('47 a folder that a living process has is not opened a second time; that of a dead one is taken over', async () => {
  await writeFile(path.join(folder, 'headquarters.claim'), String(process.ppid));
  expect(await claimFolder(folder)).toBeNull();
  await writeFile(path.join(folder, 'headquarters.claim'), '999999999');
  const release = await claimFolder(folder);
  expect(release).not.toBeNull();
  await release?.();
  const again = await claimFolder(folder);
  expect(again).not.toBeNull();
  await again?.();
});

test('settings that make no sense are refused by name', () => {
  expect(settingsFrom({}, 'out/x')).toMatchObject({ databaseUrl: null, host: '127.0.0.1', port: 8140, tls: null });
  expect(settingsFrom({ CACHET_ADDRESS: '[::1]:8140' }, 'x')).toMatchObject({ host: '::1', port: 8140 });
  expect(() => settingsFrom({ CACHET_ADDRESS: '::1:8140' }, 'x')).toThrow(/CACHET_ADDRESS/);
  expect(() => settingsFrom({ CACHET_ADDRESS: 'nowhere' }, 'x')).toThrow(/CACHET_ADDRESS/);
  expect(() => settingsFrom({ CACHET_TLS_KEY: '/key.pem' }, 'x')).toThrow(/CACHET_TLS_CERTIFICATE/);
});
