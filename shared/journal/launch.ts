import { type Brand, idKind } from '../kernel/brand';
import { fromBase64url, toBase64url } from '../kernel/bytes';
import { type StreamId, streamId } from '../kernel/ids';
import type { Random } from '../kernel/ports';
import type { Channel } from '../kernel/statement';
import type { Head } from './frontier';
import type { Logical } from './hybridClock';

/** One start of the program on one machine: a random 64-bit number that no restored copy of the disk can repeat. */
export type LaunchId = Brand<string, 'LaunchId'>;
export const launchId = idKind('LaunchId', /^[A-Za-z0-9_-]{11}$/);

/** A device, named by its Ed25519 public key in base64url. */
export type DeviceId = Brand<string, 'DeviceId'>;
export const deviceId = idKind('DeviceId', /^[A-Za-z0-9_-]{43}$/);

export function newLaunch(random: Random): LaunchId {
  return launchId.of(toBase64url(random.bytes(8)));
}

export function deviceOfKey(publicKey: Uint8Array): DeviceId {
  return deviceId.of(toBase64url(publicKey));
}

/** The one stream that a device writes into one channel during one launch. */
export function streamOf(device: DeviceId, launch: LaunchId, written: Channel): StreamId {
  return streamId.of(`${device}.${launch}.${written}`);
}

export function deviceOf(stream: StreamId): DeviceId {
  return deviceId.of(stream.slice(0, 43));
}

/** The raw public key, 32 bytes, of the device that writes a stream. */
export function publicKeyOf(stream: StreamId): Uint8Array {
  const key = fromBase64url(deviceOf(stream));
  if (!key) throw new Error(`a stream id that its pattern should have refused: ${stream}`);
  return key;
}

/** What is known of one stream of a device: where it starts from and how far it has come. */
export interface KnownStream {
  readonly continues: Head['id'] | null;
  readonly head: Head;
  /** The hybrid clock's reading in its last entry. */
  readonly logical: Logical;
}

/**
 * The head that a new stream continues: that of the known stream which no other one continues. When a device was
 * cloned several remain; the last in the given order is taken, and the fork stays visible in the others.
 */
export function headToContinue(known: readonly KnownStream[]): Head | null {
  const continued = new Set(known.map((stream) => stream.continues));
  return known.filter((stream) => !continued.has(stream.head.id)).at(-1)?.head ?? null;
}
