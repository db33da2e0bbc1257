import type { EntryId, StreamId } from '../kernel/ids';
import type { SignatureCheck } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { channelOf, isAddressed, isClosed } from '../kernel/statement';
import { type Content, readContent } from './closed';
import { decode, decodeBody, type Entry, type EntryBody, idOf, type SealedEntry, signedBytes } from './entry';
import type { Head } from './frontier';
import { publicKeyOf } from './launch';

/** Why bytes were not taken for an entry in its place. */
export type ChainFault =
  | { readonly kind: 'not-an-entry' }
  | { readonly kind: 'bad-signature'; readonly stream: StreamId; readonly seq: number }
  /** `in-clear`: said in clear in a closed channel. `closed-in-open`: closed in a channel that everybody reads. */
  | { readonly kind: ClosureFault; readonly stream: StreamId; readonly seq: number }
  /** `prev` names another entry than the one before it: `expected`, or none known. */
  | { readonly kind: 'broken-link'; readonly stream: StreamId; readonly seq: number; readonly expected: EntryId | null }
  | { readonly kind: 'out-of-place'; readonly stream: StreamId; readonly seq: number; readonly expected: number };

export type ClosureFault = 'in-clear' | 'closed-in-open';

/** Whether an entry is closed where its channel is, and nowhere else. A later version's channel may be either. */
export function closureFault({ stream, closed, about, data }: EntryBody): ClosureFault | null {
  const channel = channelOf(stream);
  if (channel === null) return null;
  if (isAddressed(channel)) return closed && about !== null && data === null ? null : 'in-clear';
  if (!isClosed(channel)) return closed ? 'closed-in-open' : null;
  return closed && about === null && data === null ? null : 'in-clear';
}

/**
 * A sealed entry whose form, hash, signature and link to its predecessor were checked. `verifyEntry` and the batch
 * checks built on it are the only makers: the constructor is private, and so is a field, so that no object that
 * merely looks like one passes for it. It does not survive a process border: the other side verifies again.
 */
export class VerifiedEntry {
  private constructor(
    readonly entry: Entry,
    private readonly kept: SealedEntry,
  ) {}

  get sealed(): SealedEntry {
    return this.kept;
  }

  /**
   * The entry with what its box held, for whoever this device lets read it. The content is believed: main has opened it,
   * and nobody but the holder of a channel key could check it again. Bytes that say nothing leave the entry closed.
   */
  opened(content: Uint8Array | undefined): VerifiedEntry {
    const said = content && readContent(content);
    return said ? new VerifiedEntry(withContent(this.entry, said), this.kept) : this;
  }

  /** Checks an entry against the predecessor that `before` finds for it. */
  static admit(
    check: SignatureCheck,
    before: (entry: Entry) => Head | null,
    sealed: SealedEntry,
  ): Result<VerifiedEntry, ChainFault> {
    const entry = decode(sealed.bytes);
    if (!entry) return err({ kind: 'not-an-entry' });
    const { stream, seq } = entry;
    const closure = closureFault(entry);
    if (closure) return err({ kind: closure, stream, seq });
    const fault = misplaced(before(entry), entry);
    if (fault) return err(fault);
    if (!check(publicKeyOf(stream), signedBytes(sealed.bytes), sealed.signature)) {
      return err({ kind: 'bad-signature', stream, seq });
    }
    return ok(new VerifiedEntry(entry, sealed));
  }

  /**
   * Takes over entries from a process that has verified every one of them: of one stream after the other, those of each
   * in chain order, the first after the head that `headOf` knows. Form, numbers and links are checked here too; of the
   * hashes only each stream's last, for every entry before it goes by the name that its successor has for it.
   */
  static attested(
    headOf: (stream: StreamId) => Head | null,
    sealed: readonly SealedEntry[],
  ): Result<readonly VerifiedEntry[], ChainFault> {
    const bodies = sealed.map(({ bytes }) => decodeBody(bytes));
    const verified: VerifiedEntry[] = [];
    let last: Entry | null = null;
    for (const [at, each] of sealed.entries()) {
      const [body, next] = [bodies[at], bodies[at + 1]];
      if (!body) return err({ kind: 'not-an-entry' });
      const { stream, seq } = body;
      const closure = closureFault(body);
      if (closure) return err({ kind: closure, stream, seq });
      const named = next?.stream === stream ? next.prev : null;
      const entry: Entry = { ...body, id: named ?? idOf(each.bytes) };
      const fault = misplaced(last?.stream === stream ? last : headOf(stream), entry);
      if (fault) return err(fault);
      verified.push(new VerifiedEntry(entry, each));
      last = entry;
    }
    return ok(verified);
  }
}

function misplaced(head: Head | null, { stream, seq, prev }: Entry): ChainFault | null {
  const expected = (head?.seq ?? 0) + 1;
  if (seq !== expected) return { kind: 'out-of-place', stream, seq, expected };
  return head && prev !== head.id ? { kind: 'broken-link', stream, seq, expected: head.id } : null;
}

function withContent({ closed: _, ...entry }: Entry, said: Content): Entry {
  return { ...entry, ...said };
}

/**
 * Checks that the bytes are an entry, that the device its stream names has signed them, and that the entry follows
 * `head`, the entry before it in its stream. With no head it must be a stream's first, which may name as `prev` the
 * head of any closed stream. The stream carries the device's public key: whether that device is welcome is decided
 * elsewhere, by its enrolment.
 */
export function verifyEntry(
  check: SignatureCheck,
  head: Head | null,
  sealed: SealedEntry,
): Result<VerifiedEntry, ChainFault> {
  return VerifiedEntry.admit(check, () => head, sealed);
}

export interface Run {
  readonly verified: readonly VerifiedEntry[];
  /** Why the run stops where it does; null when all of it is good. */
  readonly fault: ChainFault | null;
}

/** Checks consecutive entries of one stream, the first of which follows `head`, up to the first that fails. */
export function verifyRun(check: SignatureCheck, head: Head | null, sealed: readonly SealedEntry[]): Run {
  const verified: VerifiedEntry[] = [];
  let before = head;
  for (const each of sealed) {
    const next = verifyEntry(check, before, each);
    if (!next.ok) return { verified, fault: next.error };
    verified.push(next.value);
    before = { seq: next.value.entry.seq, id: next.value.entry.id };
  }
  return { verified, fault: null };
}
