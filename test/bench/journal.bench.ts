import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { aGesture, launchJournal } from '../support/deskJournal';
import { ratioLine } from '../support/measure';

const writes = 300;

/** In the page: gestures and raw puts of the same size in turn, each durable before the next; times in ms. */
async function inThePage({ drafts, times }: { readonly drafts: string; readonly times: number }) {
  const gesture = JSON.parse(drafts);
  const base = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('entries', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
  });
  const acknowledged = async () => {
    const { kept } = await window.journalPage.write(gesture);
    if (kept !== 'twice') throw new Error('not acknowledged');
  };
  const rawStrictPut = () =>
    new Promise<unknown>((resolve) => {
      const transaction = base.transaction('entries', 'readwrite', { durability: 'strict' });
      transaction.objectStore('entries').put({ bytes: new Uint8Array(620), signature: new Uint8Array(64) });
      transaction.oncomplete = resolve;
    });
  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const taken = { ours: [0], reference: [0] };
  for (let run = 0; run < times; run++) {
    taken.ours.push(await timed(acknowledged));
    taken.reference.push(await timed(rawStrictPut));
  }
  base.close();
  const sorted = (all: readonly number[]) => all.slice(1).sort((a, b) => a - b);
  return { ours: sorted(taken.ours), reference: sorted(taken.reference) };
}

test('an acknowledged entry against one raw strict IndexedDB write', async () => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'cachet-write-'));
  const { app, page } = await launchJournal(profile);
  const drafts = JSON.stringify(aGesture('Bench'));
  await page.evaluate(inThePage, { drafts, times: 50 });
  const [name, raw] = ['acknowledged entry (file and database)', 'one raw strict IndexedDB write'];
  const p99 = (sorted: readonly number[]) => (sorted[Math.floor(0.99 * sorted.length)] ?? 0).toFixed(1);
  const tell = (how: string, taken: Awaited<ReturnType<typeof inThePage>>) => {
    console.log(ratioLine(`${name}, ${how}`, raw, taken));
    console.log(`  99th of a hundred: ${p99(taken.ours)} against ${p99(taken.reference)} ms`);
  };
  const together = await page.evaluate(inThePage, { drafts, times: writes });
  tell('one after the other', together);
  // A person's next gesture finds every process asleep
  const alone = { ours: [0], reference: [0] };
  for (let run = 0; run < writes / 3; run++) {
    const { ours, reference } = await page.evaluate(inThePage, { drafts, times: 1 });
    alone.ours.push(...ours);
    alone.reference.push(...reference);
  }
  const sorted = (all: readonly number[]) => all.slice(1).sort((a, b) => a - b);
  tell('each after a rest', { ours: sorted(alone.ours), reference: sorted(alone.reference) });
  await app.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  expect(together.ours).toHaveLength(writes);
});
