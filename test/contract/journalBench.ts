import assert from 'node:assert/strict';
import type { Journal } from '../../shared/journal/journal';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId } from '../../shared/kernel/ids';

/** A journal under test, and the way to close it and open what it kept. */
export interface Bench {
  readonly journal: Journal;
  reopened(): Promise<Journal>;
}

export const ids = (entries: readonly VerifiedEntry[]): EntryId[] => entries.map(({ entry }) => entry.id);

/** All a journal can tell, as plain data. */
export async function contents(journal: Journal) {
  const streams: Record<string, { bytes: string; signature: string }[]> = {};
  const frontier = await journal.frontier();
  for (const [stream, head] of frontier) {
    const entries = await journal.after(stream, 0, head.seq + 1);
    assert.equal(entries.at(-1)?.entry.id, head.id, 'the frontier names the last entry of each stream');
    streams[stream] = entries.map(({ sealed }) => ({
      bytes: Buffer.from(sealed.bytes).toString('base64'),
      signature: Buffer.from(sealed.signature).toString('base64'),
    }));
  }
  const sorted = Object.entries(streams).sort(([a], [b]) => (a < b ? -1 : 1));
  return { streams: sorted, forks: ids(await journal.forks()).sort() };
}
