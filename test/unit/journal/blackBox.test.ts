import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { BlackBox } from '../../../electron/journal/blackBox';
import { crc32c } from '../../../electron/journal/crc32c';
import { nodeFileStore } from '../../../electron/journal/nodeFileStore';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { scanRecords } from '../../../electron/journal/recordFormat';
import { utf8 } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { journalContract } from '../../contract/journalContract';
import { agreesWithTheReference, histories } from '../../contract/journalHistories';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';

const inMemory = async () => {
  const files = new FaultyFiles();
  const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
  const reopened = async () => {
    await box.close();
    return (await openBlackBox({ files, check: ed25519, casing: aCasing() })).box;
  };
  return { journal: box, reopened };
};

describe('the black box keeps the contract of a journal', () => {
  const folders: string[] = [];
  const boxes: BlackBox[] = [];
  afterEach(async () => {
    for (const box of boxes.splice(0)) await box.close();
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  const opened = async (folder: string) => {
    const { box } = await openBlackBox({ files: await nodeFileStore(folder), check: ed25519, casing: aCasing() });
    boxes.push(box);
    return box;
  };

  const onDisk = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cachet-black-box-'));
    folders.push(folder);
    const box = await opened(folder);
    const reopened = async () => {
      await box.close();
      return opened(folder);
    };
    return { journal: box, reopened };
  };

  for (const { name, run } of journalContract) test(name, () => run(onDisk));

  test('it answers any history as the reference does, before and after it is opened again', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (history) => agreesWithTheReference(history, inMemory)),
      {
        seed: 11,
        numRuns: 40,
      },
    );
  });
});

describe('the black box as a file', () => {
  test('stretches of many streams come back in the order asked, whatever lies between them in the files', async () => {
    const { journal: box } = await inMemory();
    const [a, b] = [new Writer('a'), new Writer('b')];
    for (let at = 0; at < 4; at++) unwrap(await box.append([a.next(''), b.next('')]));
    const stretches = [
      { stream: b.stream, seq: 1, limit: 2 },
      { stream: a.stream, seq: 0, limit: 9 },
    ];
    const asked = [...(await box.after(b.stream, 1, 2)), ...(await box.after(a.stream, 0, 9))];
    expect(await box.stored.sealedIn(stretches)).toEqual(asked.map(({ sealed }) => sealed));
    expect((await box.stored.casedIn(stretches)).map(({ entry }) => entry)).toEqual(
      asked.map(({ entry: { stream, seq, prev, id } }) => ({ stream, seq, prev, id })),
    );
  });

  test('FAULT 35 a record put in the place of another one is not handed over', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const writer = new Writer('a');
    unwrap(await box.append(writer.run(3)));
    const [name = ''] = files.names();
    const file = files.contents(name).slice();
    const [, second, third] = scanRecords(file).records;
    if (!second || second.length !== third?.length) throw new Error('two records of one length were written');
    file.copyWithin(second.offset, third.offset, third.offset + third.length);
    files.put(name, file);
    await expect(box.sealedAfter(writer.stream, 0, 3)).rejects.toThrow('changed on disk');
    await expect(box.after(writer.stream, 0, 3)).rejects.toThrow('changed on disk');
  });

  test('CRC-32C is the one of the standard', () => {
    expect(crc32c(utf8('123456789'))).toBe(0xe3069283);
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  });

  test('R11 appends asked for while a sync is under way go out together, each synced before it is acknowledged', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const entries = new Writer('a').run(9);
    files.log.length = 0;
    const syncsAtAcknowledgement: number[] = [];
    const appends = entries.map(async (entry) => {
      unwrap(await box.append([entry]));
      syncsAtAcknowledgement.push(files.log.filter((operation) => operation === 'sync').length);
    });
    await Promise.all(appends);
    expect(files.log).toEqual(['append', 'sync', 'append', 'sync']);
    expect(syncsAtAcknowledgement).toEqual([1, ...Array.from({ length: 8 }, () => 2)]);
  });

  test('R12 the name of a new file is synced before anything is written to it', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    expect(files.log).toEqual(['create', 'append', 'sync', 'syncFolder']);
    unwrap(await box.append(new Writer('a').run(1)));
    expect(files.log.slice(4)).toEqual(['append', 'sync']);
  });

  test('a box that was closed refuses, and finishes what was asked before', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const [first, second] = new Writer('a').run(2);
    if (!first || !second) throw new Error('two entries were asked for');
    const before = box.append([first]);
    const closing = box.close();
    expect((await before).ok).toBe(true);
    expect(await box.append([second])).toEqual({ ok: false, error: { kind: 'storage', reason: 'closed' } });
    await closing;
  });

  test('what was added is told once, when it is durable', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const told: string[] = [];
    const stop = box.watch((added) => told.push(...added.map(({ entry }) => entry.id)));
    const entries = new Writer('a').run(4);
    await box.append(entries.slice(0, 2));
    await box.append(entries.slice(0, 3));
    stop();
    await box.append(entries);
    expect(told).toEqual(entries.slice(0, 3).map(({ entry }) => entry.id));
  });
});
