import type { StreamId } from '../kernel/ids';
import type { Result } from '../kernel/result';
import type { StorageFault } from '../kernel/storage';
import type { Frontier } from './frontier';
import type { VerifiedEntry } from './verify';

/** What became of a batch: `known` were already there, `forked` claim a place that another entry holds; both are kept. */
export interface Placed<E> {
  readonly added: readonly E[];
  readonly known: number;
  readonly forked: readonly E[];
}

export type Appended = Placed<VerifiedEntry>;

/** An entry that would leave a hole: its stream has only come to `has`. Nothing of its batch was written. */
export type Gap = { readonly kind: 'gap'; readonly stream: StreamId; readonly seq: number; readonly has: number };

export type AppendFault = Gap | StorageFault;

/**
 * A place where entries are kept: memory, the black box, Dexie with main's keys, later PostgreSQL. All pass one
 * contract suite.
 * A journal only gives back what it was given; appending is all or nothing, durable when it resolves, and idempotent.
 */
export interface Journal {
  frontier(): Promise<Frontier>;
  /** Entries of one stream after `seq`, in order, `limit` at most; forks are not among them. */
  after(stream: StreamId, seq: number, limit: number): Promise<readonly VerifiedEntry[]>;
  append(entries: readonly VerifiedEntry[]): Promise<Result<Appended, AppendFault>>;
  /** Entries kept beside the chain because another entry held their place first. */
  forks(): Promise<readonly VerifiedEntry[]>;
}
