import { admit } from '../journal/admit';
import { decode, type Entry, idOf, type SealedEntry, signedBytes } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { publicKeyOf } from '../journal/launch';
import type { VerifiedEntry } from '../journal/verify';
import type { EntryId, StreamId } from '../kernel/ids';
import type { SignatureCheck } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import type { StorageFault } from '../kernel/storage';
import type { Quarantined } from './messages';
import { endsOf } from './missing';

/** Says what is wrong with an entry's rights, or null. Forms, signatures and chains are checked before. */
export type Judge = (entry: Entry) => Pick<Quarantined, 'because' | 'held'> | null;

/** Where what was not welcome is kept, in sight. */
export interface Quarantine {
  /** Whether an entry is kept aside. */
  holdsAside(id: EntryId): Promise<boolean>;
  /** Durable when it resolves; the same entry again changes nothing. */
  keep(kept: readonly Kept[]): Promise<Result<void, StorageFault>>;
}

export interface Kept {
  readonly sealed: SealedEntry;
  readonly why: Quarantined;
}

export interface Received {
  /** In the chain or as forks, new. */
  readonly added: readonly VerifiedEntry[];
  /** Entries now held that no other one of the batch continues. */
  readonly ends: readonly VerifiedEntry[];
  readonly quarantined: readonly Quarantined[];
  readonly gaps: readonly { readonly stream: StreamId; readonly has: number }[];
  /** What could be read of the batch, in its order, good or not. */
  readonly read: readonly Entry[];
}

/** Looks at the signatures of a batch on other threads, where there are any: a check that knows them then. */
export type ChecksAhead = (batch: readonly SealedEntry[]) => Promise<SignatureCheck>;

export interface ReceivingPorts {
  readonly journal: Journal;
  readonly ahead: ChecksAhead;
  readonly quarantine: Quarantine;
  readonly judge: Judge;
  /** Shown a batch before any of it is judged: a judge that has to look up whom it does not know does so then. */
  readonly meet?: ((entries: readonly Entry[]) => Promise<void>) | undefined;
}

/**
 * Takes in a batch from elsewhere: what is good is appended, what is not goes to quarantine, what would leave a hole is
 * left, with all that follows it. Both are durable when it resolves. The same batch again changes nothing.
 */
export async function receive(
  ports: ReceivingPorts,
  batch: readonly SealedEntry[],
): Promise<Result<Received, StorageFault>> {
  const { journal, quarantine, judge } = ports;
  const check = await ports.ahead(batch);
  const admitted = await admit(check, journal, batch);
  await ports.meet?.(admitted.verified.map(({ entry }) => entry));
  const aside = new Set<EntryId>();
  const kept: Kept[] = [];
  const good: VerifiedEntry[] = [];
  const read = new Map<SealedEntry, Entry>();
  const note = (sealed: SealedEntry, entry: Entry | null, because: string, held: Quarantined['held']) => {
    const id = entry?.id ?? idOf(sealed.bytes);
    kept.push({ sealed, why: { id, stream: entry?.stream ?? null, seq: entry?.seq ?? null, because, held } });
    if (held === 'aside') aside.add(id);
  };

  for (const verified of admitted.verified) {
    const { entry, sealed } = verified;
    read.set(sealed, entry);
    const verdict = follows(entry, aside) ? { because: 'follows-quarantined', held: 'aside' as const } : judge(entry);
    if (verdict) note(sealed, entry, verdict.because, verdict.held);
    if (verdict?.held !== 'aside') good.push(verified);
  }
  const holes = new Set<StreamId>();
  for (const { sealed, fault } of admitted.refused) {
    const entry = decode(sealed.bytes);
    if (entry) read.set(sealed, entry);
    if (!entry) note(sealed, null, 'not-an-entry', 'aside');
    else if (!check(publicKeyOf(entry.stream), signedBytes(sealed.bytes), sealed.signature))
      note(sealed, entry, 'bad-signature', 'aside');
    else if (fault.kind !== 'not-an-entry') {
      const after = entry.prev;
      if (follows(entry, aside) || (after !== null && (await quarantine.holdsAside(after))))
        note(sealed, entry, 'follows-quarantined', 'aside');
      else holes.add(entry.stream);
    }
  }
  if (kept.length > 0) {
    const noted = await quarantine.keep(kept);
    if (!noted.ok) return noted;
  }
  const appended = await journal.append(good);
  if (!appended.ok) {
    if (appended.error.kind === 'storage') return err(appended.error);
    throw new Error(`what was admitted does not fit the journal: ${appended.error.stream} ${appended.error.seq}`);
  }
  const frontier = holes.size > 0 ? await journal.frontier() : null;
  return ok({
    added: [...appended.value.added, ...appended.value.forked],
    ends: endsOf(good),
    quarantined: kept.map(({ why }) => why),
    gaps: [...holes].map((stream) => ({ stream, has: frontier?.get(stream)?.seq ?? 0 })),
    read: batch.flatMap((sealed) => read.get(sealed) ?? []),
  });
}

function follows({ prev, seq }: Entry, aside: ReadonlySet<EntryId>): boolean {
  return seq > 1 && prev !== null && aside.has(prev);
}
