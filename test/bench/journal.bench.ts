import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { aGesture, launchJournal } from '../support/deskJournal';
import { inTurn, ratioLine } from '../support/measure';

const writes = 300;

/** One put of the same size in a database of its own, by the browser's own interface, strictly durable. */
async function rawStrictPut(): Promise<number> {
  const base = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('entries', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
  });
  const started = performance.now();
  const transaction = base.transaction('entries', 'readwrite', { durability: 'strict' });
  transaction.objectStore('entries').put({ bytes: new Uint8Array(620), signature: new Uint8Array(64) });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  const taken = performance.now() - started;
  base.close();
  return taken;
}

test('an acknowledged entry against one raw strict IndexedDB write', async () => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-write-'));
  const { app, page } = await launchJournal(profile);
  const gesture = JSON.stringify(aGesture('Bench'));
  const acknowledged = () =>
    page.evaluate(async (text) => {
      const drafts = JSON.parse(text);
      const started = performance.now();
      const { kept } = await window.journalPage.write(drafts);
      if (kept !== 'twice') throw new Error('not acknowledged');
      return performance.now() - started;
    }, gesture);
  await inTurn(50, acknowledged, () => page.evaluate(rawStrictPut));
  const taken = await inTurn(writes, acknowledged, () => page.evaluate(rawStrictPut));
  console.log(ratioLine('acknowledged entry (file and database)', 'one raw strict IndexedDB write', taken));
  const p99 = (sorted: readonly number[]) => (sorted[Math.floor(0.99 * sorted.length)] ?? 0).toFixed(1);
  console.log(`  99th of a hundred: ${p99(taken.ours)} against ${p99(taken.reference)} ms`);
  await app.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  expect(taken.ours).toHaveLength(writes);
});
