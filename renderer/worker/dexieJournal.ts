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
const entryKeys = z.array(z.tuple([streamId.schema, z.int().min(1)]));

interface Committed {
  readonly heads: Map<StreamId, Head>;
  readonly forks: Set<EntryId>;
  readonly entries: number;
  readonly sound: boolean;
}

export interface Census {
  readonly frontier: Frontier;
  readonly entries: number;
  /** Whether every stream's entries are there from the first on, without a hole. */
  readonly sound: boolean;
}

/** The local database: the window's index of the journal, in IndexedDB by Dexie. It is made again from the file at will. */
export class DexieJournal implements Journal {
  private readonly base: Dexie;
  private readonly entries: Table<EntryRow, [StreamId, number]>;
  private readonly beside: Table<EntryRow, EntryId>;
  /** What is committed, remembered: this object is the database's only writer. Forgotten after any fault. */
  private committed: Promise<Committed> | null = null;
  private appending: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    // Chromium's default commits survive a killed process but not a power cut
    this.base = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.base.version(1).stores({ entries: '[stream+seq]', forks: 'id' });
    this.entries = this.base.table('entries');
    this.beside = this.base.table('forks');
  }

  async frontier(): Promise<Frontier> {
    return new Map((await this.remembered()).heads);
  }

  /** Counts what is really there, whatever is remembered. */
  async census(): Promise<Census> {
    this.committed = this.read();
    const { heads, entries, sound } = await this.committed;
    return { frontier: new Map(heads), entries, sound };
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
      const result = await this.base.transaction('rw', this.entries, this.beside, async () => {
        const placed = new Placement(await this.held(committed, batch)).place(batch);
        if (!placed.ok) return placed;
        const { added, forked } = placed.value;
        await this.entries.bulkAdd(added.map(rowOf));
        if (forked.length > 0) await this.beside.bulkAdd(forked.map(rowOf));
        return ok(placed.value);
      });
      if (result.ok) {
        for (const { entry } of result.value.added) committed.heads.set(entry.stream, { seq: entry.seq, id: entry.id });
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

  /** Heads are not kept: reading the keys tells them, and every hole too. One store written means a quicker entry. */
  private read(): Promise<Committed> {
    return this.base.transaction('r', this.entries, this.beside, async () => {
      const keys = entryKeys.parse(await this.entries.toCollection().primaryKeys());
      const reached = new Map<StreamId, number>();
      let sound = true;
      for (const [stream, seq] of keys) {
        if (seq === (reached.get(stream) ?? 0) + 1) reached.set(stream, seq);
        else sound = false;
      }
      const heads = new Map<StreamId, Head>();
      for (const row of await this.entries.bulkGet([...reached]))
        if (row) heads.set(row.stream, { seq: row.seq, id: row.id });
      const forks = new Set(await this.beside.toCollection().primaryKeys());
      return { heads, forks, entries: keys.length, sound };
    });
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
