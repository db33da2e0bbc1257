import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digest, readChecked, vouched, writeChecked } from '../../../electron/journal/checkedFiles';
import { openDeviceKey } from '../../../electron/journal/deviceKey';
import { openJournal } from '../../../electron/journal/openJournal';
import { type DataKeys, dataKeyOf } from '../../../electron/keys/dataKeys';
import { ed25519Check } from '../../../node/ed25519';
import { accessOf } from '../../../shared/centre/access';
import { concernsCover, coverOfStatements } from '../../../shared/centre/cover';
import { permit } from '../../../shared/centre/permit';
import { utf8 } from '../../../shared/kernel/bytes';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { aDraft, aSigner, Writer } from '../../support/devices';
import { kept } from '../../support/inscribed';
import { seededNumbers } from '../../support/seededNumbers';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const random = seededNumbers(5);
const seeded = { bytes: (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)) };
const dataKeys = (fill = 1): DataKeys => ({ inUse: dataKeyOf(new Uint8Array(32).fill(fill)), former: [] });
const open = (keys = dataKeys()) =>
  openJournal({
    folder,
    reserve: { letGo: async () => false },
    keys,
    clock: { now: () => instant.of(Date.UTC(2026, 5, 16)) },
    random: seeded,
    zone: () => 'Europe/Paris',
    offset: () => null,
    monotonic: () => 0,
    accessOf,
    cover: { concerns: concernsCover, coverOf: coverOfStatements },
    permit,
    learner: { concerns: () => false, meet: () => undefined },
  });

const published = (name: string) =>
  aDraft('', { channel: 'session', kind: 'staff.published', about: { session: 'BCG-2026' }, data: { people: [name] } });

describe('opening the journal of a machine', () => {
  test('a new machine has a new key that only its user can read, an empty black box, and the first-run actor', async () => {
    const { box, report, lock } = await open();
    expect(report).toMatchObject({ entries: 0, expected: null, absent: true, deviceKey: 'created', unwritable: null });
    expect(lock.actor()).toMatchObject({ role: 'setup', unlocked: 'first-run' });
    expect(readdirSync(folder).sort()).toEqual(['device.key', 'journal', 'journal.checked', 'journal.records']);
    expect(statSync(path.join(folder, 'device.key')).mode & 0o777).toBe(0o600);
    await box.close();
  });

  test('what one launch wrote, the next finds, continues and counts; access that was granted ends the first run', async () => {
    const first = await open();
    await kept(first.scribe.inscribe([published('a'), published('b')]));
    const grant = aDraft('', {
      channel: 'session',
      kind: 'access.granted',
      about: { person: 'P-1' },
      data: { roles: ['centreHead'], pinHash: '$argon2id$x' },
    });
    await kept(first.scribe.inscribe([grant]));
    expect(first.lock.actor()).toBeNull();
    expect(await first.scribe.inscribe([published('c')])).toEqual({ ok: false, error: { kind: 'locked' } });
    await first.box.close();
    const second = await open();
    expect(second.report).toMatchObject({ entries: 3, absent: false, deviceKey: 'known', clonedDevices: 0 });
    expect(second.lock.actor()).toBeNull();
    await second.box.close();
    const third = await open();
    expect(third.report.expected).toBe(3);
    await third.box.close();
  });

  test('FAULT 48 a fork is told, and is not counted among the entries that must be there', async () => {
    const first = await open();
    const writer = new Writer('elsewhere');
    unwrap(await first.box.append(writer.run(2)));
    const clone = writer.cloned();
    unwrap(await first.box.append([writer.next('ours'), clone.next('theirs')]));
    await first.box.close();
    const second = await open();
    expect(second.report).toMatchObject({ entries: 4, clonedDevices: 1 });
    await second.box.close();
    const third = await open();
    expect(third.report.expected).toBe(3);
    await third.box.close();
  });

  test('R42 an unreadable key is kept beside, a new one made, and the journal stays whole', async () => {
    const first = await open();
    await kept(first.scribe.inscribe([published('a')]));
    await first.box.close();
    writeFileSync(path.join(folder, 'device.key'), 'not a key');
    const second = await open();
    expect(second.report).toMatchObject({ entries: 1, deviceKey: 'replaced', forged: 0 });
    await kept(second.scribe.inscribe([published('b')]));
    expect((await second.box.frontier()).size).toBe(2);
    await second.box.close();
    expect(readFileSync(path.join(folder, 'device.key.unreadable'), 'utf8')).toBe('not a key');
    expect((await openDeviceKey(path.join(folder, 'device.key'), dataKeys(), seeded)).fate).toBe('known');
  });
});

describe('the list of records beside the journal', () => {
  const list = () => path.join(folder, 'journal.records');

  async function twoEntries() {
    const first = await open();
    await kept(first.scribe.inscribe([published('a'), published('b')]));
    await first.box.close();
    await (await open()).box.close();
  }

  test('is made anew when it is altered or gone, and what is in the file is there all the same', async () => {
    await twoEntries();
    const made = readFileSync(list());
    for (const spoil of [
      () => rmSync(list()),
      () => writeFileSync(list(), made.subarray(0, made.length - 1)),
      () => writeFileSync(list(), Buffer.alloc(made.length)),
    ]) {
      spoil();
      const again = await open();
      expect(again.report).toMatchObject({ entries: 2, expected: 2, forged: 0 });
      await again.box.close();
      expect(readFileSync(list())).toEqual(made);
    }
  });

  test('names nobody', async () => {
    await twoEntries();
    expect(readFileSync(list(), 'latin1')).not.toMatch(/"people"|BCG-2026|installation/);
  });

  test('a flipped byte in the file is noticed although the list knows nothing of it: the gesture counts whole or not at all', async () => {
    await twoEntries();
    const file = path.join(folder, 'journal', 'journal-000001.cachet');
    const bytes = readFileSync(file);
    bytes[bytes.length - 80] = (bytes[bytes.length - 80] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const { report, box } = await open();
    expect(report).toMatchObject({ entries: 0, expected: 2 });
    await box.close();
  });
});

describe('the note of what was checked', () => {
  const check = ed25519Check();
  const signer = aSigner('desk');
  const bytes = utf8('the bytes that were checked, and more');
  const sha256 = '0'.repeat(64);

  test('vouches for unchanged bytes only', () => {
    const note = {
      format: 1 as const,
      entries: 3,
      files: [{ number: 1, length: 20, sha256: digest(bytes.subarray(0, 20)) }],
      records: null,
    };
    expect(vouched(note, 1, bytes)).toEqual(note.files[0]);
    expect(vouched(note, 2, bytes)).toBeNull();
    expect(vouched(note, 1, bytes.subarray(0, 19))).toBeNull();
    expect(
      vouched(
        note,
        1,
        bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
      ),
    ).toBeNull();
    expect(vouched(null, 1, bytes)).toBeNull();
    expect(vouched({ ...note, files: [{ number: 1, length: 20, sha256 }] }, 1, bytes)).toBeNull();
  });

  test('is believed only when this device signed it as it is', async () => {
    const file = path.join(folder, 'note');
    expect(await readChecked(file, signer.publicKey, check)).toBeNull();
    const note = { format: 1 as const, entries: 7, files: [], records: null };
    await writeChecked(file, signer, note);
    expect(await readChecked(file, signer.publicKey, check)).toEqual(note);
    expect(await readChecked(file, aSigner('other').publicKey, check)).toBeNull();
    writeFileSync(file, readFileSync(file, 'utf8').replace('7', '8'));
    expect(await readChecked(file, signer.publicKey, check)).toBeNull();
  });
});
