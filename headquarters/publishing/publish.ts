import { apply } from '../../shared/exam/apply';
import { decide } from '../../shared/exam/decide';
import { emptyState } from '../../shared/exam/state';
import type { ImportContent } from '../../shared/formats/content';
import { planImport } from '../../shared/formats/plan';
import { withoutKeys } from '../../shared/journal/closed';
import type { Head } from '../../shared/journal/frontier';
import { NEVER, tick } from '../../shared/journal/hybridClock';
import type { Journal } from '../../shared/journal/journal';
import { deviceOfKey, newLaunch, streamOf } from '../../shared/journal/launch';
import { seal } from '../../shared/journal/seal';
import { type VerifiedEntry, verifyEntry } from '../../shared/journal/verify';
import { personId } from '../../shared/kernel/ids';
import type { Clock, Random, Signer } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';
import { type Actor, actor, type Channel } from '../../shared/kernel/statement';

export interface PublishingPorts {
  readonly signer: Signer;
  readonly clock: Clock;
  readonly random: Random;
  /** IANA zone of this machine. */
  readonly zone: string;
}

/** Headquarters itself; a centre prepares a session in the same role. */
const headquarters: Actor = actor.parse({ person: personId.of('SIEGE'), role: 'setup', unlocked: 'first-run' });

/**
 * Publishes a session into a centre's empty journal, as entries of headquarters' own, in one batch: the centre's machines
 * get it with the first exchange. Throws when the content does not hold together, which its source should have told.
 */
export async function publish(journal: Journal, content: ImportContent, ports: PublishingPorts): Promise<number> {
  const { signer, clock, random, zone } = ports;
  const launch = newLaunch(random);
  const heads = new Map<Channel, Head>();
  const entries: VerifiedEntry[] = [];
  let state = emptyState;
  let logical = NEVER;
  for (const command of unwrap(planImport(content, state)).commands) {
    for (const draft of unwrap(decide([command], state, headquarters, clock.now()))) {
      const head = heads.get(draft.channel) ?? null;
      const stream = streamOf(deviceOfKey(signer.publicKey), launch, draft.channel);
      const wall = clock.now();
      logical = tick(logical, wall);
      const at = { wall, logical: [logical[0], logical[1]] satisfies [number, number], zone, offset: null };
      const place = { stream, seq: (head?.seq ?? 0) + 1, prev: head?.id ?? null };
      const sealed = unwrap(seal(draft, headquarters, place, at, signer, withoutKeys));
      // Signed the line above: nothing would be learnt from checking it
      const verified = unwrap(verifyEntry(() => true, head, sealed));
      heads.set(draft.channel, { seq: place.seq, id: verified.entry.id });
      entries.push(verified);
      state = apply(state, [verified.entry]);
    }
  }
  unwrap(await journal.append(entries));
  return entries.length;
}
