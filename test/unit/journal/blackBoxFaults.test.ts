import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32c } from '../../../electron/journal/crc32c';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { encodeHeader } from '../../../electron/journal/recordFormat';
import { LaterForm } from '../../../electron/laterForm';
import { type VerifiedEntry, verifyEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';

const first = 'journal-000001.cachet';

async function filled(count: number) {
  const files = new FaultyFiles();
  const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
  const writer = new Writer('a');
  const entries = writer.run(count);
  const ends: number[] = [];
  for (const entry of entries) {
    unwrap(await box.append([entry]));
    ends.push(files.contents(first).length);
  }
  await box.close();
  return { files, writer, entries, ends };
}

async function held(files: FaultyFiles, writer: Writer): Promise<readonly string[]> {
  const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
  const entries = await box.after(writer.stream, 0, 10_000);
  await box.close();
  return idsOf(entries);
}

const idsOf = (entries: readonly VerifiedEntry[]) => entries.map(({ entry }) => entry.id);

describe('FAULT 6 a torn last record', () => {
  test('cut at every byte of the last record: the others are all there, it is removed, and the next file goes on', async () => {
    const { files, writer, entries, ends } = await filled(4);
    const [from, to] = [ends[2] ?? 0, ends[3] ?? 0];
    const next = writer.cloned();
    for (let cut = from; cut < to; cut++) {
      const disk = new FaultyFiles();
      disk.put(first, files.contents(first).slice(0, cut));
      const { box, report } = await openBlackBox({ files: disk, check: ed25519, casing: aCasing() });
      expect([report.entries, report.tornBytes, report.damagedFiles]).toEqual([3, cut - from, 0]);
      unwrap(await box.append(entries.slice(3)));
      await box.close();
      expect(disk.contents(first).length).toBe(cut === from ? to : from);
      expect(disk.names()).toEqual(cut === from ? [first] : [first, 'journal-000002.cachet']);
      expect(await held(disk, writer)).toEqual(idsOf(entries));
    }
    expect(next.next('goes on').entry.seq).toBe(5);
  });

  test('cut anywhere in the whole file, opened three times: every whole record before the cut is there', async () => {
    const { files, writer, entries, ends } = await filled(5);
    const whole = files.contents(first);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (cut) => {
        const disk = new FaultyFiles();
        disk.put(first, whole.slice(0, cut));
        const expected = idsOf(entries.slice(0, ends.filter((end) => end <= cut).length));
        for (let opening = 0; opening < 3; opening++) expect(await held(disk, writer)).toEqual(expected);
      }),
      { seed: 6, numRuns: 150 },
    );
  });

  test('a tail of zeros, as some file systems leave it, is removed like a torn record', async () => {
    const { files, writer, entries } = await filled(3);
    files.put(first, new Uint8Array([...files.contents(first), ...new Uint8Array(5000)]));
    const { report } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    expect(report).toMatchObject({ entries: 3, tornBytes: 5000, damagedFiles: 0 });
    expect(await held(files, writer)).toEqual(idsOf(entries));
  });
});

describe('FAULT 5 a write of several entries', () => {
  test('cut at any byte, it is there whole or not at all, and what came before it always', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const writer = new Writer('a');
    unwrap(await box.append(writer.run(1)));
    const from = files.contents(first).length;
    unwrap(await box.append(writer.run(3)));
    await box.close();
    const whole = files.contents(first);
    for (let cut = from; cut < whole.length; cut += 9) {
      const disk = new FaultyFiles();
      disk.put(first, whole.slice(0, cut));
      expect((await held(disk, writer)).length).toBe(1);
    }
    expect((await held(files, writer)).length).toBe(4);
  });
});

describe('FAULT 1 and 4 the program is killed, and the power is cut after', () => {
  test('the name of a file that a killed program had made is durable before anything is acknowledged in it', async () => {
    const killed = new FaultyFiles();
    await (await killed.create(first)).append(encodeHeader(null));
    const { box } = await openBlackBox({ files: killed, check: ed25519, casing: aCasing() });
    const writer = new Writer('a');
    unwrap(await box.append(writer.run(2)));
    expect(
      (
        await held(
          killed.afterPowerCut(() => 0),
          writer,
        )
      ).length,
    ).toBe(2);
  });
});

describe('FAULT 8 damage inside the file', () => {
  test('a flipped byte costs at most its own record; what follows waits for it and counts again once it is back', async () => {
    const { files, writer, entries } = await filled(6);
    const whole = files.contents(first);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 24, max: whole.length - 1 }), async (at) => {
        const disk = new FaultyFiles();
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ 0x40;
        disk.put(first, bytes);
        const { box, report } = await openBlackBox({ files: disk, check: ed25519, casing: aCasing() });
        const lost = 6 - report.entries - report.stranded;
        expect(lost).toBe(1);
        expect(report.tornBytes > 0 || report.damagedFiles === 1).toBe(true);
        const missing = entries[report.entries];
        if (missing) unwrap(await box.append([missing]));
        await box.close();
        const again = await openBlackBox({ files: disk, check: ed25519, casing: aCasing() });
        expect(again.report).toMatchObject({ entries: 6, stranded: 0, damagedFiles: 0, tornBytes: 0 });
        expect(idsOf(await again.box.after(writer.stream, 0, 9))).toEqual(idsOf(entries));
      }),
      { seed: 8, numRuns: 120 },
    );
  });

  test('a damaged file is kept under another name, never written again, and told once', async () => {
    const { files, entries, ends } = await filled(3);
    const bytes = files.contents(first);
    bytes[(ends[0] ?? 0) + 40] = 0;
    files.put(first, bytes);
    const { box, report } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    expect(report).toMatchObject({ entries: 1, stranded: 1, damagedFiles: 1 });
    unwrap(await box.append(entries.slice(1)));
    await box.close();
    expect(files.names()).toEqual(['journal-000001-damaged.cachet', 'journal-000002.cachet']);
    expect(files.contents('journal-000001-damaged.cachet')).toEqual(bytes);
    expect((await openBlackBox({ files, check: ed25519, casing: aCasing() })).report.damagedFiles).toBe(0);
  });

  test('FAULT 35 an entry that somebody wrote into the file without the device’s key is not taken, and told', async () => {
    const { files, writer, entries } = await filled(2);
    const { box } = await openBlackBox({ files, check: () => true, casing: aCasing() });
    const { sealed, entry } = writer.next('forged');
    const before = { seq: 2, id: entries[1]?.entry.id ?? entry.id };
    const forged = unwrap(verifyEntry(() => true, before, { bytes: sealed.bytes, signature: new Uint8Array(64) }));
    unwrap(await box.append([forged, writer.next('after it')]));
    await box.close();
    expect((await openBlackBox({ files, check: ed25519, casing: aCasing() })).report).toMatchObject({
      entries: 2,
      forged: 1,
      stranded: 1,
    });
  });
});

describe('the disk refuses', () => {
  test('FAULT 18 a sync that fails acknowledges nothing; the file is abandoned and what it had not synced cannot return', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const writer = new Writer('a');
    unwrap(await box.append(writer.run(2)));
    const clone = writer.cloned();
    let failures = 1;
    files.trouble = (operation) => {
      if (operation === 'truncate') return { code: 'EIO', through: 0 };
      return operation === 'sync' && failures-- > 0 ? { code: 'EIO', through: 0 } : null;
    };
    const refused = await box.append([clone.next('never acknowledged')]);
    expect(refused).toEqual({ ok: false, error: { kind: 'storage', reason: 'failed' } });
    expect((await box.frontier()).get(writer.stream)?.seq).toBe(2);
    const kept = writer.next('acknowledged');
    unwrap(await box.append([kept]));
    await box.close();
    expect(files.names()).toEqual([first, 'journal-000002.cachet']);
    files.trouble = () => null;
    const { box: again, report } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    expect(report).toMatchObject({ entries: 3, damagedFiles: 0, stranded: 0 });
    expect(idsOf(await again.after(writer.stream, 2, 9))).toEqual([kept.entry.id]);
    expect(await again.forks()).toEqual([]);
  });

  test('FAULT 18 killed before a failed sync was dealt with: what the next start shows is really on the disk then', async () => {
    const { files, writer, entries } = await filled(2);
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    files.trouble = (operation) =>
      operation === 'sync' || operation === 'truncate' ? { code: 'EIO', through: 0 } : null;
    const next = writer.next('never acknowledged');
    expect((await box.append([next])).ok).toBe(false);
    files.trouble = () => null;
    const shown = await held(files, writer);
    expect(shown).toEqual(idsOf([...entries, next]));
    expect(
      await held(
        files.afterPowerCut(() => 1),
        writer,
      ),
    ).toEqual(shown);
  });

  test('FAULT 14 a full disk refuses with its reason at every byte where it may stop, and takes entries again after', async () => {
    for (let through = 0; through < 400; through += 7) {
      const files = new FaultyFiles();
      const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
      const writer = new Writer('a');
      unwrap(await box.append(writer.run(1)));
      const entry = writer.next('refused first');
      files.trouble = (operation) => (operation === 'append' ? { code: 'ENOSPC', through } : null);
      const refused = { ok: false, error: { kind: 'storage', reason: 'full' } };
      expect(await box.append([entry])).toEqual(refused);
      expect(await box.append([entry])).toEqual(refused);
      files.trouble = () => null;
      unwrap(await box.append([entry]));
      await box.close();
      expect((await held(files, writer)).length).toBe(2);
    }
  });

  test('FAULT 15 on a read-only disk it opens for reading and says why it cannot write', async () => {
    const { files, writer, entries } = await filled(3);
    files.put(first, files.contents(first).slice(0, -5));
    files.trouble = () => ({ code: 'EROFS', through: 0 });
    const { box, report } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    expect(report).toMatchObject({ entries: 2, unwritable: 'read-only' });
    expect(idsOf(await box.after(writer.stream, 0, 9))).toEqual(idsOf(entries.slice(0, 2)));
    expect(await box.append(entries.slice(2))).toEqual({ ok: false, error: { kind: 'storage', reason: 'read-only' } });
    files.trouble = () => null;
    unwrap(await box.append(entries.slice(2)));
    await box.close();
    expect(await held(files, writer)).toEqual(idsOf(entries));
  });
});

describe('FAULT 16 permission is lost while the desk is open', () => {
  test('FAULT 16 each code for it refuses as read-only, before anything is sealed from then on, until it is given back', async () => {
    for (const code of ['EACCES', 'EPERM', 'EROFS']) {
      const files = new FaultyFiles();
      const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
      const writer = new Writer('a');
      unwrap(await box.append(writer.run(1)));
      expect(await box.refusal()).toBeNull();
      const entry = writer.next('refused');
      files.trouble = () => ({ code, through: 0 });
      const readOnly = { kind: 'storage', reason: 'read-only' };
      expect(await box.append([entry])).toEqual({ ok: false, error: readOnly });
      expect(await box.refusal()).toEqual(readOnly);
      files.trouble = () => null;
      const [refusal, appended] = await Promise.all([box.refusal(), box.append([entry])]);
      expect([refusal, appended.ok]).toEqual([null, true]);
      await box.close();
      expect((await held(files, writer)).length).toBe(2);
    }
  });
});

describe('FAULT 4 and 5 power is cut', () => {
  const steps = fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 3 }),
      wait: fc.boolean(),
      trouble: fc.option(fc.constantFrom('EIO', 'ENOSPC'), { freq: 5 }),
      through: fc.nat(600),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const parts = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));

  test('whatever failed before, every acknowledged entry is there at the three next openings, whole and in order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, parts, async (script, chance) => {
        const files = new FaultyFiles();
        const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
        const writer = new Writer('a');
        const acknowledged = new Set<string>();
        let queue: VerifiedEntry[] = [];
        const appends: Promise<void>[] = [];
        for (const { count, wait, trouble, through } of script) {
          files.trouble = (operation, bytes) =>
            trouble && (operation === 'append' || operation === 'sync')
              ? { code: trouble, through: Math.min(through, bytes) }
              : null;
          queue = [...queue, ...writer.run(count)];
          const batch = queue;
          const append = box.append(batch).then((result) => {
            if (result.ok) for (const { entry } of batch) acknowledged.add(entry.id);
          });
          appends.push(append);
          if (wait) await append;
        }
        const disk = files.afterPowerCut(() => chance.next().value ?? 0);
        const expected = [...acknowledged];
        let before: readonly string[] = expected;
        for (let opening = 0; opening < 3; opening++) {
          const now = await held(disk, writer);
          expect(now.slice(0, before.length)).toEqual(before);
          expect(now).toEqual(idsOf(queue).slice(0, now.length));
          before = now;
        }
        await Promise.all(appends);
      }),
      { seed: 45, numRuns: 300 },
    );
  });
});

describe('FAULT 43 a file of a later version’s form', () => {
  const second = 'journal-000002.cachet';
  const later = () => {
    const file = new Uint8Array(100).fill(7);
    file.set(encodeHeader({ file: 1, length: 24 }));
    file[6] = '2'.charCodeAt(0);
    new DataView(file.buffer).setUint32(20, crc32c(file.subarray(0, 20)), true);
    return file;
  };
  const opening = (files: FaultyFiles) => openBlackBox({ files, check: ed25519, casing: aCasing() });

  test('the box does not open, and no file of it is touched', async () => {
    const { files } = await filled(3);
    const before = files.contents(first);
    files.put(second, later());
    await expect(opening(files)).rejects.toThrow(LaterForm);
    expect(files.names()).toEqual([first, second]);
    expect(files.contents(first)).toEqual(before);
    expect(files.contents(second)).toEqual(later());
  });

  test('a damaged header is damage, whatever number it seems to have', async () => {
    const { files, writer, entries } = await filled(3);
    const whole = files.contents(first);
    for (const number of ['2', '5', '9']) {
      const disk = new FaultyFiles();
      const damaged = whole.slice();
      damaged[6] = number.charCodeAt(0);
      disk.put(first, damaged);
      expect((await opening(disk)).report.damagedFiles).toBe(1);
      expect(await held(disk, writer)).toEqual(idsOf(entries));
    }
  });
});
