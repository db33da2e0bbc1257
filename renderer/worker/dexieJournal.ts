import { Dexie, type Table } from 'dexie';
import { z } from 'zod';
import { decode, type SealedEntry } from '../../shared/journal/entry';
import type { Frontier, Head } from '../../shared/journal/frontier';
import type { Appended, AppendFault, Journal } from '../../shared/journal/journal';
import { type Held, Placement } from '../../shared/journal/place';
import { VerifiedEntry, verifyRun } from '../../shared/journal/verify';
import { type EntryId, entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import { attestedByMain } from '../journal/attestedByMain';
import { databaseFault } from './databaseFault';

const someBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const entryRow = z.object({
  stream: streamId.schema,
  seq: z.int().min(1),
  id: entryId.schema,
  bytes: someBytes,
  signature: someBytes,
});
type EntryRow = z.infer<typeof entryRow>;
const headRow = entryRow.pick({ stream: true, seq: true, id: true });
type HeadRow = z.infer<typeof headRow>;

interface Committed {
  readonly heads: Map<StreamId, Head>;
  readonly forks: Set<EntryId>;
}

export interface Census {
  readonly frontier: Frontier;
  readonly entries: number;
  /** Whether the rows are those that the heads announce. */
  readonly sound: boolean;
}

/** The local database: the window's index of the journal, in IndexedDB by Dexie. It is made again from the file at will. */
export class DexieJournal implements Journal {
  private readonly base: Dexie;
  private readonly entries: Table<EntryRow, [StreamId, number]>;
  private readonly heads: Table<HeadRow, StreamId>;
  private readonly beside: Table<EntryRow, EntryId>;
  /** What is committed, remembered: this object is the database's only writer. Forgotten after any fault. */
  private committed: Promise<Committed> | null = null;
  private appending: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    // Chromium's default commits survive a killed process but not a power cut
    this.base = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.base.version(1).stores({ entries: '[stream+seq], &id', heads: 'stream', forks: 'id' });
    this.entries = this.base.table('entries');
    this.heads = this.base.table('heads');
    this.beside = this.base.table('forks');
  }

  async frontier(): Promise<Frontier> {
    return new Map((await this.remembered()).heads);
  }

  async census(): Promise<Census> {
    return this.base.transaction('r', this.entries, this.heads, this.beside, async () => {
      const { heads: frontier } = await this.read();
      const entries = await this.entries.count();
      const places = [...frontier].map(([stream, { seq }]): [StreamId, number] => [stream, seq]);
      const last = await this.entries.bulkGet(places);
      const announced = [...frontier.values()].reduce((sum, { seq }) => sum + seq, 0);
      const sound = announced === entries && last.every((row) => row && frontier.get(row.stream)?.id === row.id);
      return { frontier, entries, sound };
    });
  }

  async after(stream: StreamId, seq: number, limit: number): Promise<readonly VerifiedEntry[]> {
    const [before, rows] = await Promise.all([
      seq === 0 ? undefined : this.entries.get([stream, seq]),
      this.entries
        .where('[stream+seq]')
        .between([stream, seq + 1], [stream, seq + limit], true, true)
        .toArray(),
    ]);
    if (seq > 0 && !before) return [];
    return verifyRun(attestedByMain, before ? { seq, id: before.id } : null, rows.map(sealedOf)).verified;
  }

  /** Each after those it may follow. */
  async forks(): Promise<readonly VerifiedEntry[]> {
    const forks = (await this.beside.toArray()).flatMap((row) => {
      const sealed = sealedOf(row);
      const entry = decode(sealed.bytes);
      const before = entry?.prev && entry.seq > 1 ? { seq: entry.seq - 1, id: entry.prev } : null;
      const verified = VerifiedEntry.admit(attestedByMain, () => before, sealed);
      return verified.ok ? [verified.value] : [];
    });
    return forks.sort((a, b) => a.entry.seq - b.entry.seq);
  }

  /** One append after the other: each is placed after what the one before it has committed. */
  append(batch: readonly VerifiedEntry[]): Promise<Result<Appended, AppendFault>> {
    const turn = this.appending.then(() => this.commit(batch));
    this.appending = turn.catch(() => undefined);
    return turn;
  }

  private async commit(batch: readonly VerifiedEntry[]): Promise<Result<Appended, AppendFault>> {
    try {
      const committed = await this.remembered();
      const result = await this.base.transaction('rw', this.entries, this.heads, this.beside, async () => {
        const placed = new Placement(await this.held(committed, batch)).place(batch);
        if (!placed.ok) return placed;
        const { added, forked } = placed.value;
        await this.entries.bulkAdd(added.map(rowOf));
        await this.heads.bulkPut(lastOf(added));
        if (forked.length > 0) await this.beside.bulkAdd(forked.map(rowOf));
        return ok(placed.value);
      });
      if (result.ok) {
        for (const { stream, seq, id } of lastOf(result.value.added)) committed.heads.set(stream, { seq, id });
        for (const { entry } of result.value.forked) committed.forks.add(entry.id);
      }
      return result;
    } catch (error) {
      this.committed = null;
      return err(databaseFault(error));
    }
  }

  /** Deletes the database and begins it anew. */
  async clear(): Promise<void> {
    this.committed = null;
    await this.base.delete();
    await this.base.open();
  }

  close(): void {
    this.base.close({ disableAutoOpen: false });
  }

  private remembered(): Promise<Committed> {
    this.committed ??= this.read();
    return this.committed;
  }

  private async read(): Promise<Committed> {
    const rows = z.array(headRow).parse(await this.heads.toArray());
    const heads = new Map(rows.map(({ stream, seq, id }) => [stream, { seq, id }]));
    return { heads, forks: new Set(await this.beside.toCollection().primaryKeys()) };
  }

  /** What placing this batch may need to know: the entries whose places it claims are read inside the transaction. */
  private async held({ heads, forks }: Committed, batch: readonly VerifiedEntry[]): Promise<Held> {
    const taken = batch.filter(({ entry }) => entry.seq <= (heads.get(entry.stream)?.seq ?? 0));
    const places = taken.map(({ entry }): [StreamId, number] => [entry.stream, entry.seq]);
    const rows = places.length > 0 ? await this.entries.bulkGet(places) : [];
    const ids = new Map(rows.flatMap((row) => (row ? [[`${row.stream} ${row.seq}`, row.id]] : [])));
    return {
      head: (stream) => heads.get(stream) ?? null,
      at: (stream, seq) => ids.get(`${stream} ${seq}`) ?? null,
      forked: (id) => forks.has(id),
    };
  }
}

function rowOf({ entry: { stream, seq, id }, sealed: { bytes, signature } }: VerifiedEntry): EntryRow {
  return { stream, seq, id, bytes, signature };
}

function sealedOf(row: EntryRow): SealedEntry {
  const { bytes, signature } = entryRow.parse(row);
  return { bytes, signature };
}

function lastOf(added: readonly VerifiedEntry[]): readonly HeadRow[] {
  const heads = new Map<StreamId, HeadRow>();
  for (const { entry } of added) heads.set(entry.stream, { stream: entry.stream, seq: entry.seq, id: entry.id });
  return [...heads.values()];
}
