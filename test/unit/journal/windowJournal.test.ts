import { describe, expect, test, vi } from 'vitest';
import { type BaseState, WindowJournal } from '../../../renderer/journal/windowJournal';
import { packCased } from '../../../shared/journal/cased';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { aCasing } from '../../support/casings';
import { aDraft, Writer } from '../../support/devices';
import { baseSide, fileSide } from '../../support/memoryDesk';

function aWindow(reading = false) {
  const box = memoryJournal();
  const scribe = new Writer('desk');
  const base = baseSide();
  const file = fileSide(box, scribe, base.deliver);
  const received: VerifiedEntry[] = [];
  const states: BaseState[] = [];
  const waiting: (() => void)[] = [];
  const journal = new WindowJournal({
    file: file.side,
    base: base.client,
    received: (entries) => received.push(...entries),
    baseChanged: (state) => states.push(state),
    later: (work) => waiting.push(work),
    forReading: async () => reading,
    breath: async () => undefined,
  });
  return { box, scribe, file, base, journal, received, states, waiting };
}

async function aLevelWindow() {
  const desk = aWindow();
  unwrap(await desk.journal.level());
  return desk;
}

const textsOf = (entries: readonly VerifiedEntry[]) => entries.map(({ entry }) => entry.id);

describe('the journal of a window', () => {
  test('a gesture is kept twice, and comes back verified, in order', async () => {
    const { journal, box, base } = await aLevelWindow();
    const written = unwrap(await journal.inscribe([aDraft('one'), aDraft('two')]));
    expect(written.kept).toBe('twice');
    expect(written.entries.map(({ entry }) => entry.seq)).toEqual([1, 2]);
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('reads the whole file once, in batches, each stream in chain order, forks last', async () => {
    const { journal, box } = aWindow();
    const writer = new Writer('a');
    unwrap(await box.append(writer.run(2)));
    const clone = writer.cloned();
    unwrap(await box.append(writer.run(1100, 3)));
    const fork = clone.next('fork');
    unwrap(await box.append([fork]));
    const sizes: number[] = [];
    const seen: VerifiedEntry[] = [];
    await journal.readAll((entries) => {
      sizes.push(entries.length);
      seen.push(...entries);
    });
    expect(sizes.at(-1)).toBe(1);
    expect(sizes.length).toBeGreaterThan(3);
    expect(seen.slice(0, 1102).map(({ entry }) => entry.seq)).toEqual(Array.from({ length: 1102 }, (_, at) => at + 1));
    expect(textsOf(seen.slice(1102))).toEqual(textsOf([fork]));
  });

  test('many short streams are read in few calls, each entry once; the second time only what came meanwhile', async () => {
    const { journal, box, file } = aWindow();
    const writers = Array.from({ length: 60 }, (_, at) => new Writer(`device ${at}`));
    for (const writer of writers) unwrap(await box.append(writer.run(20)));
    const read = vi.spyOn(file.side, 'entriesIn');
    const seen: VerifiedEntry[] = [];
    const readAll = () => journal.readAll((entries) => seen.push(...entries));
    await readAll();
    expect(read).toHaveBeenCalledTimes(2);
    expect(new Set(textsOf(seen)).size).toBe(1200);
    const before = seen.length;
    const [writer] = writers;
    const later = writer?.run(1) ?? [];
    const fork = new Writer('device 1').next('a fork');
    unwrap(await box.append([...later, fork]));
    await readAll();
    await readAll();
    expect(textsOf(seen.slice(before))).toEqual(textsOf([...later, fork]));
  });

  test('a file that does not hold the head it announced opens no desk', async () => {
    const { box, file, base } = aWindow();
    unwrap(await box.append(new Writer('a').run(3)));
    const [other] = new Writer('b').run(1);
    const frontier = async () =>
      (await file.side.frontier()).map((head) => ({ ...head, id: other?.entry.id ?? head.id }));
    const journal = new WindowJournal({
      file: { ...file.side, frontier },
      base: base.client,
      received: () => undefined,
      baseChanged: () => undefined,
      forReading: async () => false,
      later: () => undefined,
      breath: async () => undefined,
    });
    await expect(journal.readAll(() => undefined)).rejects.toThrow('the file does not hold what it announced');
  });

  test('what another window of this machine wrote before is handed over first', async () => {
    const { journal, box, scribe, received } = await aLevelWindow();
    unwrap(await journal.inscribe([aDraft('here')]));
    const elsewhere = [scribe.next('other window'), scribe.next('other window again')];
    unwrap(await box.append(elsewhere));
    const written = unwrap(await journal.inscribe([aDraft('here again')]));
    expect(written.entries.map(({ entry }) => entry.seq)).toEqual([4]);
    expect(textsOf(received)).toEqual(textsOf(elsewhere));
  });

  test('what came from elsewhere is handed over once and brought into the database, without a word of falling behind', async () => {
    const { journal, box, base, received, states } = aWindow();
    await journal.level();
    unwrap(await journal.inscribe([aDraft('here')]));
    const before = states.length;
    const headquarters = new Writer('headquarters');
    const [first = [], second = []] = [headquarters.run(3), headquarters.run(2, 4)];
    unwrap(await box.append(first));
    const arrived = journal.takeNews();
    unwrap(await box.append(second));
    const written = journal.inscribe([aDraft('meanwhile')]);
    await Promise.all([arrived, journal.takeNews(), journal.takeNews()]);
    expect(unwrap(await written).kept).toBe('twice');
    expect(textsOf(received)).toEqual(textsOf([...first, ...second]));
    expect(await contents(base.held())).toEqual(await contents(box));
    expect(states.slice(before).every((state) => state === 'level')).toBe(true);
  });

  test('FAULT 48 where a clone of this machine wrote in the same places first, its gestures are kept beside', async () => {
    const { journal, box, base, scribe } = aWindow();
    unwrap(await box.append(scribe.cloned().run(1)));
    await journal.level();
    await journal.readAll(() => undefined);
    const written = [
      unwrap(await journal.inscribe([aDraft('ours')])),
      unwrap(await journal.inscribe([aDraft('more')])),
    ];
    expect(written.map(({ kept }) => kept)).toEqual(['twice', 'twice']);
    const ours = textsOf(written.flatMap(({ entries }) => entries));
    expect(textsOf(await box.forks())).toEqual(ours);
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('FAULT 15 a file that was found read-only refuses at once: no database is waited for that cannot open', async () => {
    const { journal, states } = aWindow(true);
    expect(await journal.inscribe([aDraft('refused')])).toEqual({
      ok: false,
      error: { kind: 'storage', reason: 'read-only' },
    });
    expect(states).toEqual([]);
  });

  test('FAULT 48 its entry beside what a clone wrote in its own stream, unread till then, is no head: the rest reads on', async () => {
    const { journal, box, scribe } = aWindow();
    const clone = scribe.cloned();
    await journal.level();
    unwrap(await box.append(clone.run(1)));
    unwrap(await journal.inscribe([aDraft('ours')]));
    const more = clone.run(2, 1);
    unwrap(await box.append(more));
    const read: VerifiedEntry[] = [];
    await journal.readAll((entries) => read.push(...entries));
    expect(textsOf(read).slice(-2)).toEqual(textsOf(more));
  });

  test('R16 a file that refuses keeps nothing and says why', async () => {
    const { journal, file, base } = await aLevelWindow();
    file.failWith({ kind: 'storage', reason: 'full' });
    expect(await journal.inscribe([aDraft('lost')])).toEqual({ ok: false, error: { kind: 'storage', reason: 'full' } });
    expect((await base.held().frontier()).size).toBe(0);
  });

  test('R16 what the file refused is taken out of the database before anybody is told', async () => {
    const { journal, file, base, box } = await aLevelWindow();
    unwrap(await journal.inscribe([aDraft('kept')]));
    file.failWith({ kind: 'storage', reason: 'failed' });
    expect((await journal.inscribe([aDraft('refused')])).ok).toBe(false);
    file.failWith(null);
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('R16 a database that cannot let go of what the file refused is made again, and the file takes nothing from it', async () => {
    const { journal, file, base, box, states } = await aLevelWindow();
    unwrap(await journal.inscribe([aDraft('kept')]));
    base.refuseRetracting({ kind: 'storage', reason: 'closed' });
    file.failWith({ kind: 'storage', reason: 'failed' });
    expect((await journal.inscribe([aDraft('refused')])).ok).toBe(false);
    file.failWith(null);
    unwrap(await journal.level());
    expect(states.at(-1)).toBe('level');
    expect((await contents(box)).streams.flatMap(([, entries]) => entries)).toHaveLength(1);
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('R16 a database that fails loses nothing: the entry is in the file, and the database is made level by itself', async () => {
    const { journal, base, box, states } = aWindow();
    base.failWith({ kind: 'storage', reason: 'full' });
    const written = unwrap(await journal.inscribe([aDraft('one')]));
    expect(written.kept).toBe('file-only');
    expect(written.entries.length).toBe(1);
    await journal.level();
    expect(states.at(-1)).toBe('behind');
    base.failWith(null);
    unwrap(await journal.level());
    expect(unwrap(await journal.inscribe([aDraft('two')])).kept).toBe('twice');
    expect(states.at(-1)).toBe('level');
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('FAULT 13 no gesture waits for a database that does not answer: it is in the file, and told so', async () => {
    const { journal, base, states } = await aLevelWindow();
    base.failWith({ kind: 'storage', reason: 'failed' });
    expect(unwrap(await journal.inscribe([aDraft('one')])).kept).toBe('file-only');
    vi.spyOn(base.client, 'census').mockReturnValue(new Promise(() => undefined));
    void journal.level();
    expect(unwrap(await journal.inscribe([aDraft('two')])).kept).toBe('file-only');
    expect(states.at(-1)).not.toBe('level');
  });

  test('R16 what is written while the two are made level leaves them unlevel, and they are made so again', async () => {
    const { journal, base, box, file, states } = aWindow();
    unwrap(await box.append(new Writer('a').run(3)));
    const { casedIn } = file.side;
    let written: Promise<unknown> | null = null;
    vi.spyOn(file.side, 'casedIn').mockImplementation(async (input) => {
      written ??= journal.inscribe([aDraft('meanwhile')]);
      await written;
      return casedIn(input);
    });
    await journal.level();
    expect(states.at(-1)).not.toBe('level');
    await journal.level();
    expect(states.at(-1)).toBe('level');
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('R16 a database that failed is tried again later, one try at a time, until it is level', async () => {
    const { journal, base, box, states, waiting } = aWindow();
    const retried = async () => {
      waiting.shift()?.();
      await journal.level();
    };
    base.failWith({ kind: 'storage', reason: 'full' });
    expect(unwrap(await journal.inscribe([aDraft('one')])).kept).toBe('file-only');
    expect(unwrap(await journal.inscribe([aDraft('two')])).kept).toBe('file-only');
    await journal.level();
    expect([states.at(-1), waiting.length]).toEqual(['behind', 1]);
    await retried();
    expect([states.at(-1), waiting.length]).toEqual(['behind', 1]);
    base.failWith(null);
    await retried();
    expect([states.at(-1), waiting.length]).toEqual(['level', 0]);
    expect(await contents(base.held())).toEqual(await contents(box));
  });

  test('what came from elsewhere is handed over once and given to the database, however often it is told', async () => {
    const { journal, box, base, received, states } = aWindow();
    await journal.level();
    unwrap(await box.append(new Writer('elsewhere').run(3)));
    await Promise.all([journal.takeNews(), journal.takeNews()]);
    unwrap(await box.append(new Writer('another').run(2)));
    await journal.takeNews();
    expect(received.map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 1, 2]);
    expect(await contents(base.held())).toEqual(await contents(box));
    expect(states.at(-1)).toBe('level');
    const written = unwrap(await journal.inscribe([aDraft('mine')]));
    expect(written.kept).toBe('twice');
  });

  test('where the disk may only be read, what came is handed over and the database is left', async () => {
    const { journal, box, received, states } = aWindow(true);
    unwrap(await box.append(new Writer('elsewhere').run(2)));
    await journal.takeNews();
    expect(received).toHaveLength(2);
    expect(states).toEqual([]);
  });

  test('what is being written into both at the moment when something comes is not taken from the database', async () => {
    const { journal, box, base, scribe } = aWindow();
    await journal.level();
    const passing = scribe.next('delivered, and not in the file yet');
    const cased = packCased([{ entry: passing.entry, casing: aCasing().encase(passing.sealed) }]);
    unwrap(await base.client.append({ cased }));
    unwrap(await box.append(new Writer('elsewhere').run(1)));
    await journal.takeNews();
    expect((await box.frontier()).has(passing.entry.stream)).toBe(false);
    expect((await base.held().frontier()).size).toBe(2);
  });
});
