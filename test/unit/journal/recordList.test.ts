import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckedNote, vouched } from '../../../electron/journal/checkedFiles';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { decodeLists, encodeLists, type RecordLists } from '../../../electron/journal/recordList';
import type { Entry } from '../../../shared/journal/entry';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';

const trusting = () => true;

function copyOf(files: FaultyFiles): FaultyFiles {
  const copy = new FaultyFiles();
  for (const name of files.names()) copy.put(name, files.contents(name));
  return copy;
}

const casing = aCasing();

/** A disk with two chains, a fork and what follows it, in as many files as there were torn writes. */
async function disk(batches: readonly number[], tears: readonly boolean[]) {
  const files = new FaultyFiles();
  const ours = new Writer('ours');
  const theirs = new Writer('theirs');
  const clone = ours.cloned();
  for (const [at, count] of batches.entries()) {
    const { box } = await openBlackBox({ files, check: trusting, casing });
    unwrap(
      await box.append([...ours.run(count, at * 10), ...clone.run(1, at * 10 + 5), ...theirs.run(count, at * 10)]),
    );
    await box.close();
    const last = files.names().at(-1);
    if (tears[at] && last) files.put(last, new Uint8Array([...files.contents(last), 0x45, 0x4e]));
  }
  return files;
}

/** Opens for the first time, and gives what is kept for the next time, through its form on disk. */
async function listing(files: FaultyFiles): Promise<{ note: CheckedNote; lists: RecordLists | null }> {
  const { box, checked, listed } = await openBlackBox({ files, check: trusting, casing });
  await box.close();
  const note = { format: 1 as const, entries: 0, files: [...checked], records: null };
  const bytes = encodeLists(listed);
  return { note, lists: bytes && decodeLists(bytes) };
}

/** Everything one can see of a black box that was opened. */
async function seen(files: FaultyFiles, kept: { note: CheckedNote; lists: RecordLists | null } | null) {
  const met: string[] = [];
  const { box, report } = await openBlackBox({
    files,
    check: ed25519,
    casing,
    vouched: (number, bytes) => vouched(kept?.note ?? null, number, bytes),
    listed: kept?.lists ?? null,
    meet: ({ id }: Entry) => met.push(id),
  });
  const streams = [...box.streams()];
  const entries = await Promise.all(streams.map(([stream]) => box.after(stream, 0, 1000)));
  const forks = await box.forks();
  await box.close();
  const names = files.names();
  return {
    report,
    streams,
    met,
    entries: entries.map((chain) => chain.map(({ entry }) => entry.id)),
    forks: forks.map(({ entry }) => entry.id),
    files: names.map((name) => [name, files.contents(name)]),
  };
}

const batches = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const tears = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

describe('a black box opened by its list', () => {
  test('is what it is without, when nothing changed, and reads nothing it need not', async () => {
    await fc.assert(
      fc.asyncProperty(batches, tears, async (counts, torn) => {
        const files = await disk(counts, torn);
        await listing(files); // mends what was torn
        const kept = await listing(files);
        const { changed, box } = await openBlackBox({
          files: copyOf(files),
          check: ed25519,
          casing,
          vouched: (number, bytes) => vouched(kept.note, number, bytes),
          listed: kept.lists,
        });
        await box.close();
        expect(changed).toBe(false);
        expect(await seen(copyOf(files), kept)).toEqual(await seen(copyOf(files), null));
      }),
      { seed: 21, numRuns: 40 },
    );
  });

  test('is what it is without, whatever was cut, altered, removed or added since', async () => {
    const harm = fc.record({
      what: fc.constantFrom('cut', 'flip', 'remove', 'add', 'grow'),
      file: fc.nat(3),
      at: fc.nat(100_000),
    });
    await fc.assert(
      fc.asyncProperty(batches, tears, fc.array(harm, { maxLength: 2 }), async (counts, torn, harms) => {
        const files = await disk(counts, torn);
        const kept = await listing(files);
        for (const { what, file, at } of harms) {
          const names = files.names();
          const name = names[file % names.length];
          if (!name) continue;
          const bytes = files.contents(name);
          if (what === 'cut') files.put(name, bytes.slice(0, at % bytes.length));
          if (what === 'flip')
            files.put(
              name,
              bytes.map((byte, place) => (place === at % bytes.length ? byte ^ 4 : byte)),
            );
          if (what === 'remove') files.delete(name);
          if (what === 'add') files.put(name, new Uint8Array([...bytes, 1, 2, 3]));
          if (what === 'grow') {
            const { box } = await openBlackBox({ files, check: trusting, casing });
            unwrap(await box.append(new Writer(`late ${at}`).run(2)));
            await box.close();
          }
        }
        expect(await seen(copyOf(files), kept)).toEqual(await seen(copyOf(files), null));
      }),
      { seed: 22, numRuns: 150 },
    );
  });

  test('bytes of another format, or cut short, are no list', async () => {
    const { lists } = await listing(await disk([2, 2], [true, false]));
    const bytes = lists && encodeLists(lists);
    if (!bytes) throw new Error('a small journal has a list');
    expect(decodeLists(bytes)).toEqual(lists);
    for (let until = 0; until < bytes.length; until += 7) expect(decodeLists(bytes.subarray(0, until))).toBeNull();
  });
});
