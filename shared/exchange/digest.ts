import type { Entry, SealedEntry } from '../journal/entry';
import type { StreamId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import type { Believed } from './believe';
import { credited } from './credit';
import { type Holdings, holdingsOf } from './holdings';
import { hoursWith } from './hours';
import type { Answer } from './messages';
import type { Act } from './next';
import { given, type LastGiven, type Moment, taken, told, welcomed } from './outcome';
import { negotiated, SPEAKS, type Versions } from './protocol';
import { type ReceivingPorts, receive } from './receive';
import type { Talk } from './talk';
import type { Tip } from './tips';
import type { Trouble } from './trouble';

type Of<Type extends Answer['type']> = Extract<Answer, { type: Type }>;
type Digested = Result<Talk, { readonly talk: Talk; readonly trouble: Trouble }>;

/**
 * What an answer that is believed makes of the talk; entries it brought are durable then. An answer that leaves
 * everything as it was is trouble: asking the same again at once would never end.
 */
export async function digested(
  act: Act,
  talk: Talk,
  { answer, entries }: Believed,
  holdings: Holdings,
  ports: ReceivingPorts,
  moment: Moment,
): Promise<Digested> {
  switch (answer.type) {
    case 'refused':
      return err({ talk, trouble: refusedBy(answer) });
    case 'welcome': {
      const trouble = versionTrouble({ oldest: answer.protocol, newest: answer.protocol });
      return trouble ? err({ talk, trouble }) : ok(welcomed(talk, answer));
    }
    case 'told':
      return ok(told(talk, answer, moment));
    case 'taken': {
      const credit = await credited({ ...talk, unkept: false }, holdings, answer.receipts);
      const fresh = answer.receipts.filter((each) => credit.receipts.get(each.stream)?.includes(each));
      const hours = await hoursWith(talk.hours, talk.receipts, fresh, holdings);
      const after = taken({ ...credit, hours }, answer);
      const next = { ...after, unkept: talk.unkept || after.unkept };
      return after.unkept ? ok(next) : err({ talk: next, trouble: { kind: 'no-progress' } });
    }
    case 'given':
      return takenIn(act.kind === 'pull' ? act.streams : [], talk, answer, entries, ports);
  }
}

async function takenIn(
  wanted: readonly StreamId[],
  talk: Talk,
  answer: Of<'given'>,
  entries: readonly SealedEntry[],
  ports: ReceivingPorts,
): Promise<Digested> {
  const received = await receive(ports, entries);
  if (!received.ok) return err({ talk, trouble: { kind: 'storage', reason: received.error.reason } });
  const holdings = await holdingsOf(ports.journal);
  const credit = await credited(talk, holdings, answer.receipts);
  const next = given(credit, wanted, answer, await lastsOf(received.value.read, holdings));
  const moved = received.value.added.length > 0 || saysMore(next, talk);
  return moved ? ok(next) : err({ talk: next, trouble: { kind: 'no-progress' } });
}

/** The last entry given of each stream, and whether it is held now. */
async function lastsOf(entries: readonly Entry[], holdings: Holdings): Promise<ReadonlyMap<StreamId, LastGiven>> {
  const tips = new Map<StreamId, Tip>();
  for (const { stream, seq, id } of entries) tips.set(stream, [seq, id]);
  const lasts = new Map<StreamId, LastGiven>();
  for (const [stream, tip] of tips) lasts.set(stream, { tip, held: (await holdings.of(stream).entry(tip)) !== null });
  return lasts;
}

function saysMore(next: Talk, before: Talk): boolean {
  if (next.exhausted.size > before.exhausted.size || next.further.size > before.further.size) return true;
  return [...next.met].some(([stream, [, id]]) => before.met.get(stream)?.[1] !== id);
}

function refusedBy({ refusal }: Of<'refused'>): Trouble {
  const trouble = refusal.because === 'protocol' ? versionTrouble(refusal) : null;
  return trouble ?? { kind: 'refused', refusal };
}

function versionTrouble({ oldest, newest }: Versions): Trouble | null {
  const version = negotiated(SPEAKS, { oldest, newest });
  if (version.ok) return null;
  return { kind: 'too-old', who: version.error === 'mine-too-old' ? 'us' : 'server', speaks: { oldest, newest } };
}
