import type { EntryId, StreamId } from '../kernel/ids';
import type { SignatureCheck } from '../kernel/ports';
import { decode, type Entry, type SealedEntry } from './entry';
import type { Frontier, Head } from './frontier';
import type { Journal } from './journal';
import { type ChainFault, VerifiedEntry, verifyEntry } from './verify';

export interface Refused {
  readonly sealed: SealedEntry;
  readonly fault: ChainFault;
}

export interface Admitted {
  readonly verified: readonly VerifiedEntry[];
  /** What failed, each with its reason: to be kept in quarantine and told, never dropped in silence. */
  readonly refused: readonly Refused[];
}

/**
 * Checks a batch that came from elsewhere, of any streams, in chain order inside each: every entry against its
 * predecessor in the batch, in the journal's chain or among its forks. One bad entry refuses what follows it in its
 * stream, not the rest of the batch. Nothing is written.
 */
export async function admit(check: SignatureCheck, journal: Journal, batch: readonly SealedEntry[]): Promise<Admitted> {
  const frontier = await journal.frontier();
  const met = new Map<EntryId, Head & { readonly stream: StreamId }>();
  const verified: VerifiedEntry[] = [];
  const refused: Refused[] = [];

  const atHand = ({ stream, seq, prev }: Entry): Head | null => {
    if (seq === 1 || prev === null) return null;
    const before = met.get(prev);
    return before?.stream === stream ? before : (frontier.get(stream) ?? null);
  };
  for (const sealed of batch) {
    let result = VerifiedEntry.admit(check, atHand, sealed);
    if (!result.ok && (result.error.kind === 'out-of-place' || result.error.kind === 'broken-link')) {
      const claimed = decode(sealed.bytes);
      const before = claimed && (await predecessor(journal, frontier, claimed));
      result = verifyEntry(check, before, sealed);
    }
    if (result.ok) {
      const { id, seq, stream } = result.value.entry;
      met.set(id, { id, seq, stream });
      verified.push(result.value);
    } else refused.push({ sealed, fault: result.error });
  }
  return { verified, refused };
}

/** The entry a claimed one may follow: in its stream's chain, else among the forks, else the head it does not fit. */
async function predecessor(journal: Journal, frontier: Frontier, claimed: Entry): Promise<Head | null> {
  const { stream, seq, prev } = claimed;
  if (seq === 1) return null;
  const [inChain] = await journal.after(stream, seq - 2, 1);
  if (inChain && inChain.entry.id === prev) return { seq: seq - 1, id: inChain.entry.id };
  const fork = (await journal.forks()).find(({ entry }) => entry.id === prev && entry.stream === stream);
  if (fork) return { seq: fork.entry.seq, id: fork.entry.id };
  return inChain ? { seq: seq - 1, id: inChain.entry.id } : (frontier.get(stream) ?? null);
}
