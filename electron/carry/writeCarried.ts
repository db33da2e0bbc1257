import { close } from '../../node/closed';
import { type SealedSecret, sealFor } from '../../node/sealedTo';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { Machine } from '../../shared/centre/machines';
import { lackedByAny, lengthOf, pagesOf, type Stretch } from '../../shared/exchange/carried';
import { type Holdings, holdingsOf } from '../../shared/exchange/holdings';
import type { Receipt } from '../../shared/exchange/receipt';
import type { Zip } from '../../shared/exchange/reply';
import type { Tips } from '../../shared/exchange/tips';
import type { SealedEntry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import type { DeviceId } from '../../shared/journal/launch';
import { packSealed } from '../../shared/journal/packed';
import { utf8 } from '../../shared/kernel/bytes';
import type { StreamId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { Random, Signer } from '../../shared/kernel/ports';
import { channelNameOf } from '../../shared/kernel/statement';
import { DATA_KEY_BYTES, dataKeyOf } from '../keys/dataKeys';
import {
  type CarriedHeader,
  type CarriedIndex,
  type CarriedStamp,
  encodeCarried,
  INDEX,
  partContext,
  type Section,
  sectionSealing,
} from './carriedFormat';

export interface CarriedOrder {
  readonly journal: Journal;
  readonly of: CopiedCentre;
  readonly device: DeviceId;
  readonly signer: Signer;
  /** Of the program. */
  readonly version: string;
  readonly writtenAt: Instant;
  /** Milliseconds by which the centre's clock is ahead of this machine's; null while it is not known. */
  readonly offset: number | null;
  /** The centre's machines, this one among them or not. */
  readonly machines: readonly Machine[];
  /** What each of them is known to hold, by its device; absent where nothing is known. */
  readonly known: ReadonlyMap<DeviceId, Tips>;
  /** Headquarters' recovery keys: they open what any machine opens. */
  readonly recoveryKeys: readonly string[];
  readonly receipts: readonly Receipt[];
  readonly random: Random;
  readonly zip: Zip;
}

export interface CarriedBytes {
  readonly bytes: Uint8Array;
  readonly entries: number;
}

const entriesPerPage = 200;
/** Packed, before it is zipped. */
const bytesPerPart = 4 * 1024 * 1024;

interface Planned {
  readonly channel: string;
  readonly readers: readonly string[];
  readonly stretches: readonly Stretch[];
}

/** All that the other machines may lack of what they may read, as the bytes of one file. Changes nothing. */
export async function carriedBytes(order: CarriedOrder): Promise<CarriedBytes> {
  const { of, device, version, writtenAt, offset, receipts, machines } = order;
  const holdings = await holdingsOf(order.journal);
  const planned = await plannedFor(order, holdings);
  const tips = [...holdings.tips].map(([stream, ends]): CarriedIndex['tips'][number] => [stream, [...ends]]);
  const stamp = { of, device, writtenAt };
  const index = new Sealing(INDEX, machines.map(wrappingOf), order);
  const said: CarriedIndex = { tips, receipts: [...receipts] };
  const first = await index.closed(utf8(JSON.stringify(said)), stamp, 0);
  const parts = [first];
  const channels: CarriedHeader['channels'] = [];
  for (const { channel, readers, stretches } of planned) {
    const sealing = new Sealing(channel, readers, order);
    const own: Uint8Array[] = [];
    for await (const packed of partsOf(stretches)) own.push(await sealing.closed(packed, stamp, own.length));
    parts.push(...own);
    channels.push({ channel, entries: lengthOf(stretches), ...sealing.section(own) });
  }
  const header: CarriedHeader = { format: 1, ...stamp, version, offset, index: index.section([first]), channels };
  const bytes = encodeCarried(header, parts, (body) => order.signer.sign(body));
  return { bytes, entries: channels.reduce((sum, { entries }) => sum + entries, 0) };
}

/** What goes into the section of each channel, and to whose keys that is sealed; `session` first, for it says who may what. */
async function plannedFor(order: CarriedOrder, holdings: Holdings): Promise<readonly Planned[]> {
  const { device, machines, known } = order;
  const byChannel = new Map<string, StreamId[]>();
  for (const stream of holdings.tips.keys()) {
    const channel = channelNameOf(stream);
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), stream]);
  }
  const names = [...byChannel.keys()].sort(
    (a, b) => Number(b === 'session') - Number(a === 'session') || (a < b ? -1 : 1),
  );
  const planned: Planned[] = [];
  for (const channel of names) {
    const readers = machines.filter(({ reads }) => reads.includes(channel));
    const others = readers.filter((each) => each.device !== device).map((each) => known.get(each.device) ?? null);
    const stretches = await lackedByAny(holdings, byChannel.get(channel) ?? [], others);
    if (stretches.length > 0) planned.push({ channel, readers: readers.map(wrappingOf), stretches });
  }
  return planned;
}

async function* partsOf(stretches: readonly Stretch[]) {
  let waiting: SealedEntry[] = [];
  let size = 0;
  for (const stretch of stretches) {
    for await (const page of pagesOf(stretch, entriesPerPage)) {
      waiting.push(...page);
      size += page.reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (size < bytesPerPart) continue;
      yield packSealed(waiting);
      waiting = [];
      size = 0;
    }
  }
  if (waiting.length > 0) yield packSealed(waiting);
}

/** One section's key, drawn for this file alone, and what is closed under it. */
class Sealing {
  private readonly raw: Uint8Array;
  private readonly id: string;
  private readonly seals: readonly SealedSecret[];

  constructor(
    private readonly name: string,
    readers: readonly string[],
    private readonly order: Pick<CarriedOrder, 'random' | 'zip' | 'recoveryKeys'>,
  ) {
    this.raw = order.random.bytes(DATA_KEY_BYTES);
    this.id = dataKeyOf(this.raw).id;
    const sealing = sectionSealing(name, this.id);
    const to = new Set([...readers, ...order.recoveryKeys]);
    this.seals = [...to].flatMap((each) => sealFor(sealing, each, this.raw, order.random) ?? []);
  }

  section(parts: readonly Uint8Array[]): Section {
    return { key: { id: this.id, seals: [...this.seals] }, parts: parts.map(({ length }) => length) };
  }

  async closed(bytes: Uint8Array, stamp: CarriedStamp, part: number): Promise<Uint8Array> {
    const { random, zip } = this.order;
    return close(await zip.gzip(bytes), this.raw, partContext(stamp, this.name, part), random);
  }
}

function wrappingOf({ wrapping }: Machine): string {
  return wrapping;
}
