import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { BlackBox } from '../../../electron/journal/blackBox';
import { apply } from '../../../shared/exam/apply';
import { emptyState, reading } from '../../../shared/exam/state';
import { deviceOf } from '../../../shared/journal/launch';
import { unwrap } from '../../../shared/kernel/result';
import { aCentre } from '../../support/copies';
import { aRoom, CopyMachine } from '../../support/copyMachine';
import { kept } from '../../support/inscribed';

const machines: CopyMachine[] = [];
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.remove();
});

function aMachine(): CopyMachine {
  const machine = new CopyMachine();
  machines.push(machine);
  return machine;
}

/** A machine that published its session, said where B12 is, and copied both. */
async function copied() {
  const machine = aMachine();
  const started = await machine.start();
  await started.publish();
  const [first] = (await started.say(aRoom('yesterday'))).entries;
  const { code } = unwrap(await started.safe.start(machine.usb, false));
  if (!first) throw new Error('nothing was said');
  return { machine, ...started, code, first };
}

async function entriesOf(box: BlackBox) {
  const runs = [...(await box.frontier())].map(([stream, { seq }]) => box.after(stream, 0, seq));
  return (await Promise.all(runs)).flat().map(({ entry }) => entry);
}

const roomIn = async (box: BlackBox) => reading(apply(emptyState, await entriesOf(box)), 'rooms', 'session', 'B12');

describe('taking a copy back', () => {
  test('on an empty machine: told before anything is written, then all of it is there, and the next start goes on', async () => {
    const { machine, code, journal: from } = await copied();
    const other = aMachine();
    const { restoring, journal } = await other.start();
    expect(await restoring.choose(machine.copyFile())).toMatchObject({ outcome: 'chosen' });
    const preview = unwrap(await restoring.open(code.toLowerCase().replaceAll('-', ' ')));
    expect(preview).toMatchObject({ of: aCentre, ours: false, entries: 2, fresh: 2, known: 0, beside: 0, onlyHere: 0 });
    expect(journal.box.count).toBe(0);
    expect(unwrap(await restoring.restore())).toMatchObject({ added: 2, beside: 0 });
    expect(await journal.box.frontier()).toEqual(await from.box.frontier());
    await journal.box.close();
    const again = await other.start();
    expect(again.journal.report).toMatchObject({ entries: 2, forged: 0, stranded: 0 });
    expect(await roomIn(again.journal.box)).toMatchObject({ kind: 'known', value: { building: 'yesterday' } });
  });

  test('R45 what a machine writes after taking a copy back goes into a stream of its own, whichever machine made it', async () => {
    const { machine, journal, restoring, code } = await copied();
    const before = new Set((await journal.box.frontier()).keys());
    await restoring.choose(machine.copyFile());
    expect(unwrap(await restoring.open(code))).toMatchObject({ ours: true, fresh: 0, known: 2 });
    unwrap(await restoring.restore());
    await journal.box.close();
    const next = await machine.start();
    const other = aMachine();
    const elsewhere = await other.start();
    await elsewhere.restoring.choose(machine.copyFile());
    unwrap(await elsewhere.restoring.open(code));
    unwrap(await elsewhere.restoring.restore());
    const written = [next, elsewhere].map(async (each) => (await each.say(aRoom('today'))).entries[0]?.entry.stream);
    const streams = await Promise.all(written);
    expect(new Set([...before, ...streams]).size).toBe(before.size + 2);
    expect(next.journal.report.clonedDevices).toBe(0);
  });

  test('R45 a wiped machine that takes its own copy back starts a new stream, of a new device', async () => {
    const { machine, code, journal } = await copied();
    await journal.box.close();
    rmSync(path.join(machine.profile, 'data'), { recursive: true });
    const again = await machine.start();
    await again.restoring.choose(machine.copyFile());
    unwrap(await again.restoring.open(code));
    unwrap(await again.restoring.restore());
    const { entries } = await kept(again.journal.scribe.inscribe([aRoom('afterwards')]));
    const stream = entries[0]?.entry.stream;
    expect(stream && deviceOf(stream)).toBe(again.journal.device);
    expect(again.journal.device).not.toBe(journal.device);
    expect((await again.journal.box.frontier()).size).toBe(2);
  });

  test('FAULT 49 yesterday’s copy taken back and used offline, then brought together with the newer entries: nothing is overwritten', async () => {
    const { machine, code, say, safe, first } = await copied();
    const yesterday = readFileSync(machine.copyFile());
    await say(aRoom('said on the first machine', [first.entry.id]));
    await safe.copy();
    const newer = machine.copyFile();

    const other = aMachine();
    const old = path.join(other.profile, 'yesterday.cachet');
    writeFileSync(old, yesterday);
    const offline = await other.start();
    await offline.restoring.choose(old);
    unwrap(await offline.restoring.open(code));
    unwrap(await offline.restoring.restore());
    await offline.say(aRoom('said on the other machine', [first.entry.id]));

    await offline.restoring.choose(newer);
    const preview = unwrap(await offline.restoring.open(code));
    expect(preview).toMatchObject({ entries: 3, fresh: 1, known: 2, beside: 0, onlyHere: 1 });
    expect(unwrap(await offline.restoring.restore())).toMatchObject({ added: 1, beside: 0 });
    expect(offline.journal.box.count).toBe(4);
    const told = await roomIn(offline.journal.box);
    if (told.kind !== 'contested') throw new Error(`both are kept, told was ${told.kind}`);
    expect(told.versions.map(({ value }) => value?.building).sort()).toEqual([
      'said on the first machine',
      'said on the other machine',
    ]);
    expect(await offline.journal.box.forks()).toEqual([]);

    // and the other way round: the first machine takes back what was said on the other one
    const { code: others } = unwrap(await offline.safe.start(other.usb, false));
    await machine.start().then(async ({ restoring, journal: first }) => {
      await restoring.choose(other.copyFile());
      expect(unwrap(await restoring.open(others))).toMatchObject({ entries: 4, fresh: 1, known: 3, onlyHere: 0 });
      unwrap(await restoring.restore());
      expect(first.box.count).toBe(4);
    });
  });

  test('FAULT 50 a damaged copy leaves the machine as it was, and the next choice is free', async () => {
    const { machine, code } = await copied();
    const other = aMachine();
    const { restoring, journal } = await other.start();
    const damaged = readFileSync(machine.copyFile());
    damaged[damaged.length - 100] = (damaged[damaged.length - 100] ?? 0) ^ 8;
    const file = path.join(other.profile, 'damaged.cachet');
    writeFileSync(file, damaged);
    expect(await restoring.choose(file)).toMatchObject({ outcome: 'chosen' });
    expect(await restoring.open(code)).toMatchObject({ error: { kind: 'copy', fault: { kind: 'damaged', entry: 2 } } });
    expect(await restoring.restore()).toEqual({ ok: false, error: { kind: 'no-file' } });
    writeFileSync(file, 'a letter');
    expect(await restoring.choose(file)).toMatchObject({ outcome: 'refused', because: { kind: 'not-a-copy' } });
    expect(await restoring.choose(path.join(other.profile, 'gone'))).toMatchObject({ outcome: 'unreadable' });
    expect(await restoring.open(code)).toEqual({ ok: false, error: { kind: 'no-file' } });
    expect(journal.box.count).toBe(0);
  });

  test.each([
    ['another centre', { ...aCentre, code: '0759999Z', name: 'Lycée d’à côté' }],
    ['another session', { ...aCentre, session: 'BCP-2027', year: 2027 }],
  ])('FAULT 51 a copy of %s is refused, and says whose it is', async (_which, of) => {
    const { machine, code } = await copied();
    const { restoring, journal, publish } = await aMachine().start();
    await publish(of);
    await restoring.choose(machine.copyFile());
    const refused = await restoring.open(code);
    expect(refused).toEqual({ ok: false, error: { kind: 'other-centre', copy: aCentre, here: of } });
    expect(await restoring.restore()).toEqual({ ok: false, error: { kind: 'no-file' } });
    expect(journal.box.count).toBe(1);
  });

  test('a code with a wrong sign is told with its group, and the copy can be tried again', async () => {
    const { machine, code } = await copied();
    const { restoring } = await aMachine().start();
    await restoring.choose(machine.copyFile());
    const wrong = code.replace(/^./, code.startsWith('7') ? '8' : '7');
    expect(await restoring.open(wrong)).toEqual({
      ok: false,
      error: { kind: 'code', fault: { kind: 'group', group: 1 } },
    });
    expect((await restoring.open(code)).ok).toBe(true);
  });
});
