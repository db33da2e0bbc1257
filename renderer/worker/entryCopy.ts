import { z } from 'zod';
import type { CasedEntry } from '../../shared/journal/cased';
import type { Frontier, Head } from '../../shared/journal/frontier';
import type { AppendFault, Placed } from '../../shared/journal/journal';
import { type Held, Placement } from '../../shared/journal/place';
import { type EntryId, type StreamId, streamId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import { Connection, LaterDatabase, type Row, row } from './connection';
import { databaseFault } from './databaseFault';
import { inTime } from './patience';

const places = z.array(z.tuple([streamId.schema, z.int().min(1)]));

/** A transaction over one store commits sooner than over two. */
const chains = ['entries'] as const;
const both = ['entries', 'forks'] as const;

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

/**
 * The local database: a second copy of the journal, in IndexedDB by Dexie, whose entries only the main process can open.
 * It is made again from the file at will. Dexie opens and reads it; writing goes to IndexedDB itself, at half the cost.
 */
export class EntryCopy {
  private connection: Connection;
  /** What is committed, remembered: this object is the database's only writer. Forgotten after any fault. */
  private committed: Promise<Committed> | null = null;
  private writing: Promise<unknown> = Promise.resolve();

  /** @param name where a later version has its database there, this one keeps its own beside, and touches nothing of it */
  constructor(private name: string) {
    this.connection = this.connected();
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

  /** Entries of one stream after `seq`, in order, `limit` at most; forks are not among them. */
  async after(stream: StreamId, seq: number, limit: number): Promise<readonly CasedEntry[]> {
    const rows = await this.asking(({ entries }) =>
      entries
        .where('[stream+seq]')
        .between([stream, seq + 1], [stream, seq + limit], true, true)
        .toArray(),
    );
    return rows.map(casedOf);
  }

  /** Each after those it may follow. */
  async forks(): Promise<readonly CasedEntry[]> {
    const rows = await this.asking(({ forks }) => forks.toArray());
    return rows.map(casedOf).sort((a, b) => a.entry.seq - b.entry.seq);
  }

  /** All or nothing, durable when it resolves. One append after the other: each is placed after the one before it. */
  append(batch: readonly CasedEntry[]): Promise<Result<Placed<CasedEntry>, AppendFault>> {
    return this.inTurn(async (connection) => {
      const committed = await this.remembered();
      const placed = new Placement(await held(connection, committed, batch)).place(batch);
      if (!placed.ok) return placed;
      const { added, forked } = placed.value;
      if (added.length + forked.length > 0)
        await connection.write(forked.length > 0 ? both : chains, ([entries, forks]) => {
          for (const each of added) entries?.add(rowOf(each));
          for (const each of forked) forks?.add(rowOf(each));
        });
      for (const { entry } of added) committed.heads.set(entry.stream, { seq: entry.seq, id: entry.id });
      for (const { entry } of forked) committed.forks.add(entry.id);
      return placed;
    });
  }

  /** Removes these entries where they are there. */
  retract(claims: readonly Pick<CasedEntry['entry'], 'stream' | 'seq' | 'id'>[]): Promise<Result<void, AppendFault>> {
    return this.inTurn(async (connection) => {
      const rows = await connection.entries.bulkGet(claims.map(({ stream, seq }): [StreamId, number] => [stream, seq]));
      await connection.write(both, ([entries, forks]) => {
        claims.forEach(({ stream, seq, id }, at) => {
          if (rows[at]?.id === id) entries?.delete([stream, seq]);
          forks?.delete(id);
        });
      });
      this.committed = null;
      return ok(undefined);
    });
  }

  /** Deletes the database and begins it anew. */
  async clear(): Promise<void> {
    this.committed = null;
    await this.asking((connection) => connection.clear());
  }

  close(): void {
    this.giveUp(this.connection);
  }

  private inTurn<T>(
    work: (connection: Connection) => Promise<Result<T, AppendFault>>,
  ): Promise<Result<T, AppendFault>> {
    const turn = this.writing.then(() => this.asking(work).catch((error) => err(databaseFault(error))));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  /** Whatever fails or never answers costs the connection: the next ask has a new one. */
  private async asking<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const { connection } = this;
    try {
      return await inTime(connection.look().then(() => work(connection)));
    } catch (error) {
      const later = error instanceof LaterDatabase;
      if (later && connection === this.connection) this.name = `${this.name}-${error.own}`;
      this.giveUp(connection);
      if (later) return this.asking(work);
      throw error;
    }
  }

  private giveUp(connection: Connection): void {
    connection.end();
    if (connection !== this.connection) return;
    this.committed = null;
    this.connection = this.connected();
  }

  private connected(): Connection {
    const connection: Connection = new Connection(this.name, () => {
      // what is remembered was learnt through it, and nothing of that is trusted
      if (connection === this.connection) this.committed = null;
    });
    return connection;
  }

  private remembered(): Promise<Committed> {
    this.committed ??= this.read();
    return this.committed;
  }

  /** Heads are not kept: reading the keys tells them, and every hole too. One store written means a quicker entry. */
  private read(): Promise<Committed> {
    return this.asking((connection) =>
      connection.reading(async () => {
        const keys = places.parse(await connection.entries.toCollection().primaryKeys());
        const reached = new Map<StreamId, number>();
        let sound = true;
        for (const [stream, seq] of keys) {
          if (seq === (reached.get(stream) ?? 0) + 1) reached.set(stream, seq);
          else sound = false;
        }
        const heads = new Map<StreamId, Head>();
        for (const last of await connection.entries.bulkGet([...reached]))
          if (last) heads.set(last.stream, { seq: last.seq, id: last.id });
        const forks = new Set(await connection.forks.toCollection().primaryKeys());
        return { heads, forks, entries: keys.length, sound };
      }),
    );
  }
}

/** What placing this batch may need to know: the entries whose places it claims are read first. */
async function held(connection: Connection, { heads, forks }: Committed, batch: readonly CasedEntry[]): Promise<Held> {
  const taken = batch.filter(({ entry }) => entry.seq <= (heads.get(entry.stream)?.seq ?? 0));
  const rows =
    taken.length > 0
      ? await connection.entries.bulkGet(taken.map(({ entry }): [StreamId, number] => [entry.stream, entry.seq]))
      : [];
  const ids = new Map(rows.flatMap((each) => (each ? [[`${each.stream} ${each.seq}`, each.id]] : [])));
  return {
    head: (stream) => heads.get(stream) ?? null,
    at: (stream, seq) => ids.get(`${stream} ${seq}`) ?? null,
    forked: (id) => forks.has(id),
  };
}

function rowOf({ entry: { stream, seq, prev, id }, casing }: CasedEntry): Row {
  return { stream, seq, prev, id, casing };
}

function casedOf(raw: Row): CasedEntry {
  const { casing, ...entry } = row.parse(raw);
  return { entry, casing };
}
