import { reopen } from '../../node/closed';
import type { SealedFor, SealedSecret } from '../../node/sealedTo';
import type { CarriedFault } from '../../shared/bridge/carry';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { Zip } from '../../shared/exchange/reply';
import { decode, type SealedEntry } from '../../shared/journal/entry';
import type { DeviceId } from '../../shared/journal/launch';
import { readSealed } from '../../shared/journal/packed';
import { fromUtf8 } from '../../shared/kernel/bytes';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import { channelNameOf } from '../../shared/kernel/statement';
import { DATA_KEY_BYTES, dataKeyOf } from '../keys/dataKeys';
import {
  type CarriedHeader,
  type CarriedIndex,
  carriedIndex,
  decodeCarried,
  INDEX,
  partContext,
  type Section,
  sectionSealing,
} from './carriedFormat';

/** One machine's file, every byte of which was checked, and what its index says. */
export interface OpenedCarried {
  readonly header: CarriedHeader;
  readonly index: CarriedIndex;
  /** The closed parts of its channels, in the order of the header. */
  readonly parts: readonly Uint8Array[];
}

/** What this machine may read of one channel. Nothing is believed of these entries yet. */
export interface CarriedChannel {
  readonly channel: string;
  readonly entries: readonly SealedEntry[];
}

export interface CarriedReading {
  readonly check: SignatureCheck;
  readonly zip: Zip;
  /** Opens what was sealed to this machine; null when it was to another. */
  readonly unseal: (sealedFor: SealedFor, sealed: SealedSecret) => Uint8Array | null;
  /** What the journal here is of. */
  readonly centre: CopiedCentre;
  /** Whether a device is one of the centre's machines now, as far as this one knows. */
  readonly isOurs: (device: DeviceId) => boolean;
}

/** Unzipped, in bytes: what an honest writer puts into a part is a fraction of it. */
const mostPartBytes = 64 * 1024 * 1024;

/** Reads the form of one machine's file and its index. The fault says what is wrong with it; nothing was touched. */
export async function openCarried(
  file: Uint8Array,
  reading: CarriedReading,
): Promise<Result<OpenedCarried, CarriedFault>> {
  const found = decodeCarried(file, reading.check);
  if (!found.ok) return found;
  const { header, parts } = found.value;
  const { of } = header;
  if (of.code !== reading.centre.code || of.session !== reading.centre.session)
    return err({ kind: 'other-centre', of });
  const key = keyOf(INDEX, header.index, reading);
  if (!key) return err({ kind: 'not-for-us' });
  if (!reading.isOurs(header.device)) return err({ kind: 'unknown-writer' });
  const [first, ...others] = parts;
  const index = first && header.index.parts.length === 1 ? await indexIn(first, key, header, reading) : null;
  return index ? ok({ header, index, parts: others }) : err({ kind: 'damaged' });
}

/** The entries of those channels that are for this machine too, `session` first as their writer put them. */
export async function entriesOf(
  { header, parts }: OpenedCarried,
  reading: CarriedReading,
): Promise<Result<readonly CarriedChannel[], CarriedFault>> {
  const channels: CarriedChannel[] = [];
  let at = 0;
  for (const section of header.channels) {
    const own = parts.slice(at, at + section.parts.length);
    at += own.length;
    const key = keyOf(section.channel, section, reading);
    if (!key) continue;
    const entries = await entriesIn(own, key, section.channel, header, reading);
    if (entries?.length !== section.entries) return err({ kind: 'damaged' });
    channels.push({ channel: section.channel, entries });
  }
  return ok(channels);
}

function keyOf(name: string, { key }: Section, { unseal }: CarriedReading): Uint8Array | null {
  const sealing = sectionSealing(name, key.id);
  for (const seal of key.seals) {
    const raw = unseal(sealing, seal);
    if (raw?.length === DATA_KEY_BYTES && dataKeyOf(raw).id === key.id) return raw;
  }
  return null;
}

async function indexIn(part: Uint8Array, key: Uint8Array, header: CarriedHeader, reading: CarriedReading) {
  const bytes = await opened(part, key, header, INDEX, 0, reading.zip);
  const parsed = carriedIndex.safeParse(bytes && jsonOf(bytes));
  return parsed.success ? parsed.data : null;
}

/** The entries of a section, every one of its channel; null when they are not. */
async function entriesIn(
  parts: readonly Uint8Array[],
  key: Uint8Array,
  channel: string,
  header: CarriedHeader,
  reading: CarriedReading,
): Promise<readonly SealedEntry[] | null> {
  const all: SealedEntry[] = [];
  for (const [at, part] of parts.entries()) {
    const bytes = await opened(part, key, header, channel, at, reading.zip);
    const entries = bytes && readSealed(bytes);
    if (!entries) return null;
    for (const each of entries) {
      const entry = decode(each.bytes);
      if (entry && channelNameOf(entry.stream) !== channel) return null;
      all.push(each);
    }
  }
  return all;
}

async function opened(
  part: Uint8Array,
  key: Uint8Array,
  header: CarriedHeader,
  name: string,
  at: number,
  zip: Zip,
): Promise<Uint8Array | null> {
  const zipped = reopen(part, key, partContext(header, name, at));
  if (!zipped) return null;
  const bytes = await zip.gunzip(zipped, mostPartBytes);
  return bytes.ok ? bytes.value : null;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '');
  } catch {
    return null; // its schema refuses it
  }
}
