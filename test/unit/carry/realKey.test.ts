import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { usbKeyAt } from '../../../electron/carry/usbKey';
import { unwrap } from '../../../shared/kernel/result';
import { carriers } from '../../support/carriers';
import { aCentre } from '../../support/copies';
import { MountedDisk, whyNoMount } from '../../support/mountedDisk';

const why = whyNoMount();
if (why !== null) console.warn(`real keys are not tried here: ${why}`);

describe.skipIf(why !== null)('FAULT 69 a key that is a file system of its own', () => {
  let profile: string;
  let disk: MountedDisk;
  const plug = () => new MountedDisk(path.join(profile, 'media', 'cle'), 200_000);
  const folder = () => path.join(disk.folder, `Cachet-${aCentre.code}`);
  const files = () =>
    Object.fromEntries(readdirSync(folder()).map((name) => [name, readFileSync(path.join(folder(), name))]));
  beforeEach(() => {
    profile = mkdtempSync(path.join(tmpdir(), 'cachet-carry-'));
    disk = plug();
  });
  afterEach(() => {
    disk.unmount();
    rmSync(profile, { recursive: true });
  });

  async function two() {
    const [room, head] = await carriers('room', 'head');
    if (!room || !head) throw new Error('there are two machines');
    await room.say(40);
    return { room, head, key: await usbKeyAt(disk.folder, profile) };
  }

  test('is told from the machine’s own disk, and named by its root or by the centre’s folder on it', async () => {
    const { room, head, key } = await two();
    expect(key).toMatchObject({ folder: disk.folder, ownDisk: false });
    expect(await usbKeyAt(profile, profile)).toMatchObject({ ownDisk: true });
    unwrap(await room.write(key));
    expect(readdirSync(disk.folder)).toEqual([`Cachet-${aCentre.code}`]);
    const inner = await usbKeyAt(folder(), profile);
    expect(inner).toMatchObject({ folder: disk.folder, ownDisk: false });
    expect(await head.take(inner)).toMatchObject({ added: 40 });
  });

  test('full to its last byte, what was on it stays as it was; with room again it takes the whole', async () => {
    const { room, head, key } = await two();
    unwrap(await room.write(key));
    const before = files();
    await room.say(60);
    disk.fill();
    expect(await room.write(key)).toEqual({ ok: false, error: { kind: 'medium', because: 'full' } });
    expect(files()).toEqual(before);
    expect(await head.take(key)).toMatchObject({ added: 40 });
    disk.clear();
    unwrap(await room.write(key));
    expect(await head.take(key)).toMatchObject({ added: 60 });
  });

  test('that may not be written is read all the same', async () => {
    const { room, head, key } = await two();
    unwrap(await room.write(key));
    disk.writable(false);
    expect(await room.write(key)).toEqual({ ok: false, error: { kind: 'medium', because: 'read-only' } });
    expect(await head.take(key)).toMatchObject({ added: 40 });
    expect(await head.write(key)).toEqual({ ok: false, error: { kind: 'medium', because: 'read-only' } });
  });

  test('pulled out, its empty folder on the machine’s own disk is not taken for it', async () => {
    const { room, head, key } = await two();
    unwrap(await room.write(key));
    disk.unmount();
    mkdirSync(disk.folder, { recursive: true });
    expect(await room.write(key)).toEqual({ ok: false, error: { kind: 'medium', because: 'absent' } });
    expect(await head.look(key)).toEqual({ ok: false, error: { kind: 'absent' } });
    expect(readdirSync(disk.folder)).toEqual([]);
    disk = plug();
    expect(unwrap(await room.write(key))).toMatchObject({ entries: 40 });
  });
});
