import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCopySettings } from '../../../electron/copies/copySettings';
import { forgetEnrolment, keepEnrolment, mayBeKept, readEnrolment } from '../../../electron/exchange/enrolmentFile';
import { dataKeyOf } from '../../../electron/keys/dataKeys';
import { laterFilesIn } from '../../../electron/laterForm';
import { keepNetwork, readNetwork } from '../../../electron/relay/networkFile';
import { centreCode, serverId } from '../../../shared/exchange/names';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-later-'));
  mkdirSync(path.join(folder, 'exchange'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const later = '{"format":2,"serve":true,"address":"https://siege.example","known":"only then"}';
const write = (name: string, text = later) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const untouched = (file: string) => {
  expect(readFileSync(file, 'utf8')).toBe(later);
  expect(readdirSync(path.dirname(file)).filter((name) => name.startsWith(path.basename(file)))).toEqual([
    path.basename(file),
  ]);
};

describe('FAULT 43 settings that a later version wrote are left as they are, and refuse to be written over', () => {
  test('with whom this machine is enrolled', async () => {
    const file = write('exchange/enrolment');
    expect(await readEnrolment(file)).toBeNull();
    const own = {
      address: 'https://siege.example',
      server: serverId.of('A'.repeat(43)),
      centre: centreCode.of('0921234A'),
    };
    for (const kept of [mayBeKept(file), keepEnrolment(file, own), forgetEnrolment(file)])
      expect(await kept).toEqual({ ok: false, error: { kind: 'later' } });
    untouched(file);
  });

  test('the centre’s own network', async () => {
    const file = write('exchange/network');
    const read = await readNetwork(file);
    expect(read.serve).toBe(false);
    expect(await keepNetwork(file, read)).toEqual({ ok: false, error: { kind: 'later' } });
    untouched(file);
  });

  test('the safe copies', async () => {
    const file = write('copies.settings');
    const keys = { inUse: dataKeyOf(new Uint8Array(32).fill(1)), former: [] };
    expect((await readCopySettings(file, keys)).kept).toBeNull();
    untouched(file);
  });

  test('the person is told which', async () => {
    expect(await laterFilesIn(folder)).toEqual([]);
    write('exchange/enrolment', '{"format":1}');
    write('exchange/network', 'not JSON');
    write('copies.settings');
    expect(await laterFilesIn(folder)).toEqual(['copies']);
    write('exchange/enrolment');
    write('exchange/network');
    expect(await laterFilesIn(folder)).toEqual(['enrolment', 'network', 'copies']);
  });
});
