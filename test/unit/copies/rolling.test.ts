import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { unwrap } from '../../../shared/kernel/result';
import { aRoom, CopyMachine } from '../../support/copyMachine';

const machines: CopyMachine[] = [];
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.remove();
});

async function aMachine() {
  const machine = new CopyMachine();
  machines.push(machine);
  return machine;
}

async function setUp() {
  const machine = await aMachine();
  const started = await machine.start();
  await started.publish();
  const { code } = unwrap(await started.safe.start(machine.usb, false));
  return { machine, ...started, code };
}

describe('the rolling copy', () => {
  test('is set up once the first copy is good: before a session, or without its folder, nothing is settled', async () => {
    const machine = await aMachine();
    const { safe, publish } = await machine.start();
    expect(await safe.start(machine.usb, false)).toEqual({ ok: false, error: { kind: 'no-session' } });
    await publish();
    const absent = await safe.start(path.join(machine.usb, 'elsewhere'), false);
    expect(absent).toEqual({ ok: false, error: { kind: 'not-copied', because: 'absent' } });
    expect(safe.state).toMatchObject({ kept: null, last: null, trouble: null });
    expect(machine.names()).toEqual([]);
  });

  test('is made again five minutes later when something was said meanwhile, and not before', async () => {
    const { machine, safe, say } = await setUp();
    expect(safe.state).toMatchObject({ last: { entries: 1 }, missing: 0, trouble: null });
    await say(aRoom('A'));
    expect(safe.state.missing).toBe(1);
    machine.minutes = 4;
    await safe.copyWhenDue();
    expect(safe.state.missing).toBe(1);
    machine.minutes = 5;
    await safe.copyWhenDue();
    expect(safe.state).toMatchObject({ last: { entries: 2 }, missing: 0 });
  });

  test('a key that was pulled out is told, its folder is not made on the machine’s own disk, and it is copied to once back', async () => {
    const { machine, safe, say } = await setUp();
    const copy = readFileSync(machine.copyFile());
    const name = machine.copyFile();
    rmSync(machine.usb, { recursive: true });
    await say(aRoom('A'));
    machine.minutes = 5;
    await safe.copyWhenDue();
    expect(safe.state).toMatchObject({ trouble: 'absent', missing: 1, last: { entries: 1 } });
    mkdirSync(machine.usb); // the mount point, empty
    await safe.copyWhenDue();
    expect(safe.state.trouble).toBe('absent');
    expect(machine.names()).toEqual([]);
    writeFileSync(name, copy);
    await safe.copyWhenDue();
    expect(safe.state).toMatchObject({ trouble: null, missing: 0, last: { entries: 2 } });
  });

  test('a key that is pulled out while nothing is said is told too', async () => {
    const { machine, safe } = await setUp();
    machine.minutes = 1;
    await safe.copyWhenDue();
    expect(safe.state.trouble).toBeNull();
    rmSync(machine.usb, { recursive: true });
    await safe.copyWhenDue();
    expect(safe.state).toMatchObject({ trouble: 'absent', missing: 0 });
  });

  test('the next start knows the folder and the age of the last copy; nothing on the disk names the folder', async () => {
    const { machine, journal } = await setUp();
    await journal.box.close();
    machine.minutes = 3;
    const { safe } = await machine.start();
    expect(safe.state).toMatchObject({ kept: { folder: machine.usb, rooms: false }, last: { entries: 1 }, missing: 0 });
    const settings = readFileSync(path.join(machine.profile, 'data', 'copies.settings'), 'latin1');
    expect(settings).not.toContain(path.basename(machine.profile));
  });

  test('a new code closes the next copy to the former one', async () => {
    const { machine, safe, restoring, code } = await setUp();
    const renewed = unwrap(await safe.newCode());
    expect(renewed.code).not.toBe(code);
    await restoring.choose(machine.copyFile());
    expect(await restoring.open(code)).toMatchObject({ error: { kind: 'copy', fault: { kind: 'other-code' } } });
    expect(await restoring.open(renewed.code)).toMatchObject({ ok: true });
  });
});
