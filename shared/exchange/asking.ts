import type { SealedEntry } from '../journal/entry';
import { deviceOfKey } from '../journal/launch';
import type { StreamId } from '../kernel/ids';
import type { Clock, Random, Signer } from '../kernel/ports';
import { writeFrame } from './frame';
import type { HeldStream, Holdings } from './holdings';
import { unreceipted } from './look';
import type { Request } from './messages';
import { addBeyond, Batch, rungs } from './missing';
import { type CentreCode, type Nonce, newNonce, type ServerId } from './names';
import { SPEAKS } from './protocol';
import type { Talk } from './talk';
import { digestsOf, type StreamTips, type Tip } from './tips';

/** Who asks whom, and with what it proves it. */
export interface Asker {
  readonly server: ServerId;
  readonly centre: CentreCode;
  /** The device's key. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly random: Random;
}

/** A request ready to be gzipped and sent. */
export interface Prepared {
  readonly type: Request['type'];
  readonly nonce: Nonce;
  readonly frame: Uint8Array;
}

type Particulars<Type extends Request['type']> = Omit<
  Extract<Request, { type: Type }>,
  'type' | 'protocol' | 'device' | 'centre' | 'server' | 'nonce' | 'at' | 'challenge'
>;

export function helloFrom(asker: Asker): Prepared {
  return prepared(asker, 'hello', SPEAKS.newest, { speaks: SPEAKS });
}

/** @param receiptsAfter the last of headquarters' receipts that this relay passed on; null for a server that passes none */
export function tellFrom(asker: Asker, talk: Talk, receiptsAfter: number | null = null): Prepared {
  const knows = digestsOf(talk.theirs ?? new Map());
  const particulars: Particulars<'tell'> = receiptsAfter === null ? { knows } : { knows, receiptsAfter };
  return proven(asker, talk, 'tell', particulars);
}

/** Asks for the stream of pokes. */
export function listenFrom(asker: Asker, talk: Talk): Prepared {
  return proven(asker, talk, 'listen', {});
}

/** Brings what the server lacks of some streams; where it lacks nothing, the end that a receipt is wanted for. */
export async function pushFrom(
  asker: Asker,
  talk: Talk,
  holdings: Holdings,
  streams: readonly StreamId[],
): Promise<Prepared> {
  const batch = new Batch(talk.portion);
  for (const stream of streams) {
    const held = holdings.of(stream);
    const receipted = (talk.receipts.get(stream) ?? []).map(({ seq, head }): Tip => [seq, head]);
    const lineage = await held.behindAll([...(talk.theirs?.get(stream) ?? []), ...receipted]);
    await addBeyond(batch, held, lineage, talk.aside);
    for (const end of unreceipted(held, talk)) {
      const entry = batch.full ? null : await held.entry(end);
      if (entry) batch.add(entry);
    }
    if (batch.full) break;
  }
  const particulars: Particulars<'push'> = { entries: batch.entries.length };
  return proven(asker, talk, 'push', particulars, batch.sealed);
}

/** What is wanted of a stream: all that lies beyond what is named. */
export async function wantOf(talk: Talk, held: HeldStream): Promise<StreamTips> {
  const { tips, stream } = held;
  const met = talk.met.get(stream);
  const beyond = met && !tips.some(([, id]) => id === met[1]) ? [met] : [];
  const back = talk.further.has(stream) ? await rungs(held) : [];
  return [stream, [...tips, ...beyond, ...back]];
}

/** Asks for what is wanted, `MAX_WANTS` streams at most. */
export function pullFrom(asker: Asker, talk: Talk, wants: readonly StreamTips[]): Prepared {
  const { entries, bytes } = talk.portion;
  const particulars: Particulars<'pull'> = { wants: [...wants], maxEntries: entries, maxBytes: bytes };
  return proven(asker, talk, 'pull', particulars);
}

function proven<Type extends Exclude<Request['type'], 'hello'>>(
  asker: Asker,
  { protocol, challenge }: Talk,
  type: Type,
  particulars: Particulars<Type>,
  entries: readonly SealedEntry[] = [],
): Prepared {
  if (protocol === null || challenge === null) throw new Error('only a hello is said before the welcome');
  return prepared(asker, type, protocol, { challenge, ...particulars }, entries);
}

function prepared(
  { server, centre, signer, clock, random }: Asker,
  type: Request['type'],
  protocol: number,
  particulars: object,
  entries: readonly SealedEntry[] = [],
): Prepared {
  const nonce = newNonce(random);
  const device = deviceOfKey(signer.publicKey);
  const head = { type, protocol, device, centre, server, nonce, at: clock.now(), ...particulars };
  return { type, nonce, frame: writeFrame('request', head, entries, (body) => signer.sign(body)) };
}
