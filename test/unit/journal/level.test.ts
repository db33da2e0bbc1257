import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { level } from '../../../renderer/journal/level';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { baseSide, fileSide } from '../../support/memoryDesk';

async function sides(inFile: readonly VerifiedEntry[], inBase: readonly VerifiedEntry[]) {
  const box = memoryJournal();
  const held = memoryJournal();
  unwrap(await box.append(inFile));
  unwrap(await held.append(inBase));
  return { box, file: fileSide(box), base: baseSide(held) };
}

describe('file and database made level', () => {
  const writers = () => [new Writer('a').run(1001), new Writer('b').run(3)].flat();

  test('FAULT 10 an empty database is rebuilt whole, with progress', async () => {
    const { box, file, base } = await sides(writers(), []);
    const progress: number[] = [];
    const levelled = unwrap(await level(file.side, base.client, (done) => progress.push(done)));
    expect(levelled).toMatchObject({
      total: 1004,
      before: 0,
      emptied: false,
      rebuilt: 1004,
      adopted: 0,
      refused: 0,
      unreadable: 0,
    });
    expect([...levelled.lacked.values()].reduce((sum, count) => sum + count, 0)).toBe(1004);
    expect(progress).toEqual([1000, 1004]);
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('FAULT 11 an empty file takes everything back from the database', async () => {
    const { box, file, base } = await sides([], writers());
    const levelled = unwrap(await level(file.side, base.client));
    expect(levelled).toMatchObject({
      total: 1004,
      before: 1004,
      emptied: false,
      rebuilt: 0,
      adopted: 1004,
      refused: 0,
      unreadable: 0,
    });
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('each side completes the other, whatever part of the streams either holds; once level nothing more is done', async () => {
    const [a, b] = [new Writer('a').run(6), new Writer('b').run(6)];
    const part = fc.tuple(fc.nat(6), fc.nat(6));
    await fc.assert(
      fc.asyncProperty(part, part, async ([fileA, fileB], [baseA, baseB]) => {
        const { box, file, base } = await sides(
          [...a.slice(0, fileA), ...b.slice(0, fileB)],
          [...a.slice(0, baseA), ...b.slice(0, baseB)],
        );
        const levelled = unwrap(await level(file.side, base.client));
        expect(levelled.total).toBe(Math.max(fileA, baseA) + Math.max(fileB, baseB));
        expect(await contents(base.held())).toEqual(await contents(box));
        const again = unwrap(await level(file.side, base.client));
        expect(again).toMatchObject({ total: levelled.total, rebuilt: 0, adopted: 0, emptied: false });
      }),
      { seed: 13, numRuns: 80 },
    );
  });

  test('FAULT 9 a database that contradicts itself is emptied and made again, after the file took what only it had', async () => {
    const entries = new Writer('a').run(5);
    const { box, file, base } = await sides(entries.slice(0, 3), entries);
    base.damage();
    const levelled = unwrap(await level(file.side, base.client));
    expect(levelled).toMatchObject({ total: 5, emptied: true, rebuilt: 5, adopted: 2 });
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('FAULT 48 where the two diverged, both histories are kept in both', async () => {
    const writer = new Writer('a');
    const common = writer.run(2);
    const clone = writer.cloned();
    const [ours, theirs] = [writer.run(2, 100), clone.run(3, 200)];
    const { box, file, base } = await sides([...common, ...ours], [...common, ...theirs]);
    const levelled = unwrap(await level(file.side, base.client));
    expect(levelled).toMatchObject({ adopted: 3, emptied: true, refused: 0 });
    expect((await box.forks()).length).toBe(3);
    expect(await contents(base.held())).toEqual(await contents(box));
    expect(unwrap(await level(file.side, base.client))).toMatchObject({ emptied: false, rebuilt: 0, adopted: 0 });
  });

  test('R42 entries under a key that is not at hand stay in the database, which goes on taking others', async () => {
    const { file, base, box } = await sides(new Writer('a').run(2), new Writer('b').run(3));
    file.forgetKey();
    const levelled = unwrap(await level(file.side, base.client));
    expect(levelled).toMatchObject({ emptied: false, unreadable: 3, rebuilt: 2, adopted: 0 });
    expect((await base.held().frontier()).size).toBe(2);
    expect((await box.frontier()).size).toBe(1);
  });

  test('a database that refuses, or a file that does, is an honest fault', async () => {
    const { file, base } = await sides([], new Writer('a').run(2));
    file.failWith({ kind: 'storage', reason: 'full' });
    expect(await level(file.side, base.client)).toEqual({
      ok: false,
      error: { side: 'file', fault: { kind: 'storage', reason: 'full' } },
    });
    base.failWith({ kind: 'storage', reason: 'closed' });
    expect(await level(file.side, base.client)).toEqual({
      ok: false,
      error: { side: 'database', fault: { kind: 'storage', reason: 'closed' } },
    });
  });
});
