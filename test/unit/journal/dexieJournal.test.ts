import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DexieJournal } from '../../../renderer/worker/dexieJournal';
import { unwrap } from '../../../shared/kernel/result';
import { journalContract } from '../../contract/journalContract';
import { agreesWithTheReference, histories } from '../../contract/journalHistories';
import { Writer } from '../../support/devices';

let databases = 0;

const fresh = async () => {
  const name = `cachet-${++databases}`;
  const journal = new DexieJournal(name);
  const reopened = async () => {
    journal.close();
    return new DexieJournal(name);
  };
  return { journal, reopened };
};

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

describe('the local database counts what it holds', () => {
  test('FAULT 9 a row that is missing in the middle of a stream makes it unsound', async () => {
    const { journal, reopened } = await fresh();
    const writer = new Writer('a');
    unwrap(await journal.append(writer.run(5)));
    expect(await journal.census()).toMatchObject({ entries: 5, sound: true });
    const raw = await openRaw(`cachet-${databases}`);
    const deletion = raw.transaction('entries', 'readwrite');
    deletion.objectStore('entries').delete([writer.stream, 2]);
    await new Promise((resolve) => {
      deletion.oncomplete = resolve;
    });
    raw.close();
    expect(await (await reopened()).census()).toMatchObject({ entries: 4, sound: false });
  });

  test('cleared, it is empty and takes entries again', async () => {
    const { journal } = await fresh();
    const entries = new Writer('a').run(3);
    unwrap(await journal.append(entries));
    await journal.clear();
    expect((await journal.census()).entries).toBe(0);
    expect(unwrap(await journal.append(entries)).added.length).toBe(3);
  });
});

function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
