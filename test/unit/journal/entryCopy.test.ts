import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EntryCopy } from '../../../renderer/worker/entryCopy';
import type { CasedEntry } from '../../../shared/journal/cased';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { journalContract } from '../../contract/journalContract';
import { agreesWithTheReference, histories } from '../../contract/journalHistories';
import { aCasing, opened } from '../../support/casings';
import { Writer } from '../../support/devices';

let databases = 0;

const aCopy = () => {
  const name = `cachet-${++databases}`;
  return { name, copy: new EntryCopy(name) };
};

const fresh = async () => {
  const { name, copy } = aCopy();
  const reopened = async () => {
    copy.close();
    return opened(new EntryCopy(name));
  };
  return { journal: opened(copy), reopened };
};

const casing = aCasing();
const cased = (entries: readonly VerifiedEntry[]): CasedEntry[] =>
  entries.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) }));

describe('the local database keeps the contract of a journal', () => {
  for (const { name, run } of journalContract) test(name, () => run(fresh));

  test('it answers any history as the reference does, before and after it is opened again', async () => {
    await fc.assert(
      fc.asyncProperty(histories, (history) => agreesWithTheReference(history, fresh)),
      {
        seed: 12,
        numRuns: 25,
      },
    );
  });
});

describe('FAULT 43 a database that a later version has made', () => {
  test('is left as it is, and the copy is kept beside it, at every start', async () => {
    const { name } = aCopy();
    const later = await openRaw(name, 30, (base) => base.createObjectStore('entries').put('of a later form', 'row'));
    later.close();
    const entries = cased(new Writer('a').run(3));
    const copy = new EntryCopy(name);
    expect(await copy.census()).toMatchObject({ entries: 0, sound: true });
    unwrap(await copy.append(entries));
    await copy.clear();
    unwrap(await copy.append(entries));
    copy.close();
    expect(await new EntryCopy(name).census()).toMatchObject({ entries: 3, sound: true });
    const raw = await openRaw(name);
    const row = raw.transaction('entries').objectStore('entries').get('row');
    await new Promise((resolve) => {
      row.onsuccess = resolve;
    });
    expect([raw.version, row.result]).toEqual([30, 'of a later form']);
    raw.close();
  });
});

describe('the local database counts what it holds', () => {
  test('FAULT 9 a row that is missing in the middle of a stream makes it unsound', async () => {
    const { name, copy } = aCopy();
    const writer = new Writer('a');
    unwrap(await copy.append(cased(writer.run(5))));
    expect(await copy.census()).toMatchObject({ entries: 5, sound: true });
    const raw = await openRaw(name);
    const deletion = raw.transaction('entries', 'readwrite');
    deletion.objectStore('entries').delete([writer.stream, 2]);
    await new Promise((resolve) => {
      deletion.oncomplete = resolve;
    });
    raw.close();
    expect(await new EntryCopy(name).census()).toMatchObject({ entries: 4, sound: false });
  });

  test('cleared, it is empty and takes entries again', async () => {
    const { copy } = aCopy();
    const entries = cased(new Writer('a').run(3));
    unwrap(await copy.append(entries));
    await copy.clear();
    expect((await copy.census()).entries).toBe(0);
    expect(unwrap(await copy.append(entries)).added.length).toBe(3);
  });

  test('what is retracted is gone, alone, and its place can be taken by another', async () => {
    const { copy } = aCopy();
    const writer = new Writer('a');
    const kept = cased(writer.run(2));
    unwrap(await copy.append(kept));
    const clone = writer.cloned();
    const refused = cased([clone.next('refused')]);
    unwrap(await copy.append(refused));
    unwrap(await copy.retract(refused.map(({ entry }) => entry)));
    expect(await copy.census()).toMatchObject({ entries: 2, sound: true });
    const next = cased([writer.next('next')]);
    unwrap(await copy.retract(refused.map(({ entry }) => entry)));
    expect(unwrap(await copy.append(next)).added).toHaveLength(1);
    unwrap(await copy.retract(refused.map(({ entry }) => entry)));
    expect((await copy.after(writer.stream, 0, 9)).map(({ entry }) => entry.id)).toEqual(
      [...kept, ...next].map(({ entry }) => entry.id),
    );
  });
});

describe('R16 the browser gives up under it', () => {
  test('R16 a connection that it closed by itself is opened anew: the next entry is kept, nothing remembered is trusted', async () => {
    const { opened, stop } = connections();
    const { name, copy } = aCopy();
    const writer = new Writer('a');
    unwrap(await copy.append(cased(writer.run(3))));
    stop();
    for (const connection of opened) Reflect.apply(forceCloseDatabase, null, [connection]);
    const raw = await openRaw(name);
    const clearing = raw.transaction('entries', 'readwrite');
    clearing.objectStore('entries').delete([writer.stream, 3]);
    await new Promise((resolve) => {
      clearing.oncomplete = resolve;
    });
    raw.close();
    expect(await copy.append(cased([writer.next('out of place now')]))).toMatchObject({ error: { kind: 'gap' } });
    expect(await copy.census()).toMatchObject({ entries: 2, sound: true });
  });

  test.each([
    ['QuotaExceededError', 'full'],
    ['AbortError', 'failed'],
    ['UnknownError', 'failed'],
    ['InvalidStateError', 'closed'],
  ])('R16 %s undoes the whole write, and is told as « %s »; the next is taken', async (error, reason) => {
    const { copy } = aCopy();
    const writer = new Writer('a');
    unwrap(await copy.append(cased(writer.run(1))));
    const entries = cased(writer.run(2));
    const { add } = IDBObjectStore.prototype;
    let adds = 0;
    IDBObjectStore.prototype.add = function some(...given) {
      if (++adds === entries.length) throw new DOMException('as the browser says it', error);
      return add.apply(this, given);
    };
    try {
      expect(await copy.append(entries)).toEqual({ ok: false, error: { kind: 'storage', reason } });
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(await copy.census()).toMatchObject({ entries: 1, sound: true });
    expect(unwrap(await copy.append(entries)).added).toHaveLength(2);
  });
});

/** The connections that are opened from now on, until told to stop. */
function connections() {
  const opened: IDBDatabase[] = [];
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function noting(...given) {
    const request = open.apply(this, given);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  };
  return {
    opened,
    stop() {
      IDBFactory.prototype.open = open;
    },
  };
}

function openRaw(name: string, version?: number, made?: (base: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => made?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
