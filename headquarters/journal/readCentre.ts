import { grantsOf } from '../../shared/centre/grants';
import { rightsOf } from '../../shared/centre/rights';
import { folding } from '../../shared/exam/apply';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { Entry } from '../../shared/journal/entry';
import { compare, type Logical, NEVER } from '../../shared/journal/hybridClock';
import type { Journal } from '../../shared/journal/journal';
import type { DeviceId } from '../../shared/journal/launch';
import { type Channel, channelNameOf } from '../../shared/kernel/statement';

/** All that a centre's journal says, as its desks believe it. */
export interface ReadCentre {
  readonly state: CentreState;
  /** The latest hybrid time in it. */
  readonly latest: Logical;
}

const atOnce = 500;

/** The entries of a journal, of one channel or of all. */
export async function entriesOf(journal: Journal, channel: Channel | null = null): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const [stream, { seq }] of await journal.frontier()) {
    if (channel !== null && channelNameOf(stream) !== channel) continue;
    for (let after = 0; after < seq; after += atOnce)
      entries.push(...(await journal.after(stream, after, Math.min(atOnce, seq - after))).map(({ entry }) => entry));
  }
  return entries;
}

/** The latest hybrid time of some entries. */
export function latestOf(entries: readonly Entry[]): Logical {
  return entries.reduce<Logical>((last, { at }) => (compare(at.logical, last) > 0 ? at.logical : last), NEVER);
}

/**
 * Reads a journal, or one channel of it. What nobody had the right to write changes nothing.
 * @param own headquarters' key
 */
export async function readCentre(journal: Journal, own: DeviceId, channel: Channel | null = null): Promise<ReadCentre> {
  const entries = await entriesOf(journal, channel);
  const grants = grantsOf(entries, own);
  const fold = folding(emptyState);
  fold.take(entries.filter((entry) => rightsOf(entry, grants).ok));
  return { state: fold.done(), latest: latestOf(entries) };
}
