import { withoutKeys } from '../../shared/journal/closed';
import type { Head } from '../../shared/journal/frontier';
import { type Logical, NEVER, seen, tick } from '../../shared/journal/hybridClock';
import type { Journal } from '../../shared/journal/journal';
import { deviceOfKey, newLaunch, streamOf } from '../../shared/journal/launch';
import { seal } from '../../shared/journal/seal';
import { type VerifiedEntry, verifyEntry } from '../../shared/journal/verify';
import type { Clock, Random, Signer } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';
import type { Actor, Channel, Draft } from '../../shared/kernel/statement';

export interface WritingPorts {
  readonly signer: Signer;
  readonly clock: Clock;
  readonly random: Random;
  /** IANA zone of this machine. */
  readonly zone: string;
}

/** Gives a draft its place and signs it; what is put within one turn is appended together. */
export type Put = (draft: Draft) => VerifiedEntry;

/** What is said in one turn. `since`: takes note of the latest hybrid time that was read. */
type Said<T> = (put: Put, since: (met: Logical) => void) => Promise<T> | T;

/** Writes headquarters' own entries into one centre's journal, one turn after the other. */
export interface CentreWriter {
  /**
   * Appends what `said` put, all of it or nothing, and resolves to what it returned once that is durable. Throws when an
   * entry is too large or the database fails.
   */
  turn<T>(by: Actor, said: Said<T>): Promise<T>;
}

/** @param told of what was appended */
export function centreWriter(
  journal: Journal,
  { signer, clock, random, zone }: WritingPorts,
  told: (entries: readonly VerifiedEntry[]) => void = () => {},
): CentreWriter {
  const device = deviceOfKey(signer.publicKey);
  let launch = newLaunch(random);
  let heads: ReadonlyMap<Channel, Head> = new Map();
  let logical: Logical = NEVER;
  let last: Promise<unknown> = Promise.resolve();

  async function one<T>(by: Actor, said: Said<T>): Promise<T> {
    const reached = new Map(heads);
    const entries: VerifiedEntry[] = [];
    const put: Put = (draft) => {
      const head = reached.get(draft.channel) ?? null;
      const wall = clock.now();
      logical = tick(logical, wall);
      const at = { wall, logical: [logical[0], logical[1]] satisfies [number, number], zone, offset: null };
      const place = {
        stream: streamOf(device, launch, draft.channel),
        seq: (head?.seq ?? 0) + 1,
        prev: head?.id ?? null,
      };
      const sealed = unwrap(seal(draft, by, place, at, signer, withoutKeys));
      // Signed the line above: nothing would be learnt from checking it
      const verified = unwrap(verifyEntry(() => true, head, sealed));
      reached.set(draft.channel, { seq: place.seq, id: verified.entry.id });
      entries.push(verified);
      return verified;
    };
    const returned = await said(put, (met) => {
      logical = seen(logical, met, clock.now());
    });
    if (entries.length === 0) return returned;
    try {
      unwrap(await journal.append(entries));
    } catch (error) {
      // They may be there all the same: nothing else is ever written in their places
      launch = newLaunch(random);
      heads = new Map();
      throw error;
    }
    heads = reached;
    told(entries);
    return returned;
  }

  return {
    turn(by, said) {
      const turn = last.then(() => one(by, said));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
