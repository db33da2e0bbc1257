import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseFault } from '../../../renderer/worker/databaseFault';
import { EntryCopy } from '../../../renderer/worker/entryCopy';
import { strictly } from '../../../renderer/worker/strictly';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { Writer } from '../../support/devices';

let databases = 0;
let base: IDBDatabase;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  base = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`strictly-${++databases}`);
    request.onupgradeneeded = () => request.result.createObjectStore('words', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The database does not get on with anything from now on, until it is let. */
function silence() {
  const held: (() => void)[] = [];
  vi.stubGlobal('setImmediate', (work: () => void) => held.push(work));
  return () => {
    vi.unstubAllGlobals();
    for (const work of held) setImmediate(work);
  };
}

const writing = (word: string) => strictly(base, ['words'], ([words]) => words?.add(word));
const fateOf = (written: Promise<unknown>) => {
  const fate: { is: 'open' | 'done' | unknown } = { is: 'open' };
  written.then(
    () => {
      fate.is = 'done';
    },
    (error: unknown) => {
      fate.is = error;
    },
  );
  return fate;
};

describe('FAULT 13 a database that is never answered for', () => {
  test('is waited for ten seconds, then told as a disk that fails, whatever was asked of it', async () => {
    const copy = new EntryCopy(`strictly-${++databases}`);
    const speak = silence();
    const counted = fateOf(copy.census());
    const appending = copy.append([]);
    const appended = fateOf(appending);
    await vi.advanceTimersByTimeAsync(9_999);
    expect([counted.is, appended.is]).toEqual(['open', 'open']);
    await vi.advanceTimersByTimeAsync(1);
    expect(databaseFault(counted.is)).toEqual({ kind: 'storage', reason: 'failed' });
    expect(await appending).toEqual({ ok: false, error: { kind: 'storage', reason: 'failed' } });
    speak();
    expect(await copy.census()).toMatchObject({ entries: 0, sound: true });
  });

  test('does not keep the next write from a new connection, which is taken', async () => {
    const writer = new Writer('a');
    const casing = aCasing();
    const [first = [], second = []] = [writer.run(1), writer.run(1)].map((run) =>
      run.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) })),
    );
    const copy = new EntryCopy(`strictly-${++databases}`);
    unwrap(await copy.append(first));
    const { commit } = IDBTransaction.prototype;
    let speak = () => {};
    IDBTransaction.prototype.commit = function fallingSilent() {
      speak = silence();
      return commit.apply(this);
    };
    const unanswered = copy.append(second);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    IDBTransaction.prototype.commit = commit;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await unanswered).toEqual({ ok: false, error: { kind: 'storage', reason: 'failed' } });
    speak();
    unwrap(await copy.append(second));
    expect(await copy.census()).toMatchObject({ entries: 2, sound: true });
  });
});

describe('a write to the database that is answered', () => {
  test('ends the wait, done or undone', async () => {
    await writing('one');
    expect(vi.getTimerCount()).toBe(0);
    const undone = strictly(base, ['words'], ([words]) => {
      words?.add('two', 1); // the first word has this place
    });
    await expect(undone).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('whose own code throws is told by that error, and nothing of it is kept', async () => {
    const broken = strictly(base, ['words'], ([words]) => {
      words?.add('one');
      throw new RangeError('no more words');
    });
    await expect(broken).rejects.toThrow('no more words');
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
    await writing('two');
    const kept = await new Promise((resolve) => {
      const request = base.transaction('words').objectStore('words').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    expect(kept).toEqual(['two']);
  });
});
