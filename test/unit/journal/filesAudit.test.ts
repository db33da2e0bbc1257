import { describe, expect, test } from 'vitest';
import { FilesAudit } from '../../../electron/audit/filesAudit';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { encodeHeader, encodeRecord } from '../../../electron/journal/recordFormat';
import type { Frontier } from '../../../shared/journal/frontier';
import { concatBytes } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';
import { unlimited } from '../../support/unlimited';

const first = 'journal-000001.cachet';

async function filled() {
  const files = new FaultyFiles();
  const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
  const writer = new Writer('a');
  for (const entry of writer.run(6)) unwrap(await box.append([entry]));
  return { files, box, writer, ends: await box.frontier() };
}

/** @param pause as the one who asks would have it */
async function audited(files: FaultyFiles, ends: Frontier, casing = aCasing(), pause = () => false) {
  const audit = await FilesAudit.begin({ files, casing, check: ed25519, cipher: unlimited, ends });
  for (;;) {
    const step = await audit.advance(pause);
    if (step.kind === 'finished') return step.found;
  }
}

describe('the files of a black box read again from their first byte', () => {
  test('are whole, and the same in slices of one record as in one go; nothing is written', async () => {
    const { files, ends } = await filled();
    files.log.length = 0;
    let asked = 0;
    const inSlices = await audited(files, ends, aCasing(), () => asked++ % 2 === 1);
    expect(inSlices).toMatchObject({ entries: 6, files: 1, damagedFiles: 0, tornBytes: 0, faults: [], closings: [] });
    expect(await audited(files, ends)).toEqual(inSlices);
    expect(files.log).toEqual([]);
  });

  test('what is written while it reads is left aside', async () => {
    const { files, box, writer, ends } = await filled();
    const audit = await FilesAudit.begin({ files, casing: aCasing(), check: ed25519, cipher: unlimited, ends });
    unwrap(await box.append(writer.run(3, 20)));
    const step = await audit.advance(() => false);
    expect(step).toMatchObject({ kind: 'finished', found: { entries: 6, faults: [], tornBytes: 0 } });
  });

  test('FAULT 6 a write that was cut short is no entry and no damage', async () => {
    const { files, ends, writer } = await filled();
    const [seven, eight] = writer.run(2, 7).map(({ sealed }) => encodeRecord(aCasing().encase(sealed), true));
    if (!seven || !eight) throw new Error('two entries were asked for');
    files.put(first, concatBytes(files.contents(first), seven, eight.subarray(0, 30)));
    expect(await audited(files, ends)).toMatchObject({
      entries: 6,
      tornBytes: seven.length + 30,
      damagedFiles: 0,
      faults: [],
    });
  });

  test('FAULT 8 a flipped byte: the file is damaged, the lost entry is named, and what hangs behind it counted', async () => {
    const { files, ends, writer } = await filled();
    const bytes = files.contents(first);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    files.put(first, bytes);
    const found = await audited(files, ends);
    expect(found).toMatchObject({ entries: 5, damagedFiles: 1, tornBytes: 0 });
    expect(found.faults).toEqual([
      { kind: 'gap', stream: writer.stream, seq: expect.any(Number), until: expect.any(Number) },
    ]);
    expect(found.stranded).toBeGreaterThan(0);
  });

  test('a last entry taken out of the file is missed by whoever knows how far the stream had come', async () => {
    const { files, ends, writer } = await filled();
    const other = new FaultyFiles();
    const entries = new Writer('a').run(5).map(({ sealed }) => encodeRecord(aCasing().encase(sealed)));
    other.put(first, concatBytes(encodeHeader(null), ...entries));
    expect((await audited(files, ends)).faults).toEqual([]);
    expect((await audited(other, ends)).faults).toEqual([
      { kind: 'lost-end', stream: writer.stream, seq: 6, until: 6 },
    ]);
  });

  test('R42 without its key nothing is judged, and all of it counted as unreadable', async () => {
    const { files } = await filled();
    expect(await audited(files, new Map(), aCasing('another'))).toMatchObject({
      entries: 0,
      unreadable: 6,
      faults: [],
    });
  });

  test('FAULT 48 tells where a device branched, as the black box does by itself', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const writer = new Writer('a');
    unwrap(await box.append(writer.run(3)));
    const clone = writer.cloned();
    unwrap(await box.append(writer.run(2, 10)));
    unwrap(await box.append(clone.run(4, 20)));
    const { branchings, faults } = await audited(files, await box.frontier());
    expect(faults).toEqual([]);
    expect(branchings).toMatchObject([{ branches: [{ entries: 2 }, { entries: 4 }] }]);
    const told = await box.stored.branchings();
    expect(told.map(({ device, since, after }) => ({ device, since, after }))).toEqual(
      branchings.map(({ device, since, after }) => ({ device, since, after })),
    );
  });
});
