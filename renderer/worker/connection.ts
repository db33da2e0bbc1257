import { Dexie, type Table } from 'dexie';
import { z } from 'zod';
import { claim } from '../../shared/journal/cased';
import type { EntryId, StreamId } from '../../shared/kernel/ids';
import { strictly } from './strictly';

export const row = claim.extend({ casing: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });
export type Row = z.infer<typeof row>;

type StoreName = 'entries' | 'forks';

/** Under this name lies the database of a later version, in a form of its own. */
export class LaterDatabase extends Error {
  /** @param own the form of this version's databases, as Dexie counts them */
  constructor(readonly own: number) {
    super('the database is of a later version');
  }
}

/** One connection to the local database, opened when it is first asked; good until something of it fails. */
export class Connection {
  readonly entries: Table<Row, [StreamId, number]>;
  readonly forks: Table<Row, EntryId>;
  private readonly base: Dexie;
  private ended = false;

  /** @param closed is told when the browser closes it by itself, which it does when its disk fails; then it opens anew */
  constructor(name: string, closed: () => void) {
    this.base = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.base.version(1).stores({ entries: '[stream+seq]', forks: 'id' });
    // The first version held entries in clear
    this.base.version(2).upgrade((old) => Promise.all([old.table('entries').clear(), old.table('forks').clear()]));
    this.base.on('close', closed);
    this.entries = this.base.table('entries');
    this.forks = this.base.table('forks');
  }

  /** Throws `LaterDatabase` where a later version has made it, before Dexie opens it: that would add to it what it lacks. */
  async look(): Promise<void> {
    if (this.base.isOpen()) return;
    const there = (await indexedDB.databases()).find(({ name }) => name === this.base.name);
    const { verno } = this.base;
    if ((there?.version ?? 0) > verno * 10) throw new LaterDatabase(verno); // the browser counts in tens
  }

  /** Reads both stores as they are at one moment. */
  reading<T>(read: () => Promise<T>): Promise<T> {
    return this.base.transaction('r', this.entries, this.forks, read);
  }

  /** One transaction over these stores, as `strictly` says. Throws once it has ended: nobody waits for it any more. */
  async write(names: readonly StoreName[], write: (stores: readonly IDBObjectStore[]) => void): Promise<void> {
    if (!this.base.isOpen()) await this.base.open();
    if (this.ended) throw new DOMException('this connection was given up', 'TimeoutError');
    await strictly(this.base.backendDB(), names, write);
  }

  /** Deletes the database and begins it anew. */
  async clear(): Promise<void> {
    await this.base.delete();
    await this.base.open();
  }

  end(): void {
    this.ended = true;
    this.base.close();
  }
}
