import type { ChannelKeyId } from './ids';
import type { Instant } from './instant';
import type { Channel, ClosedContent } from './statement';

/** Time, handed in: nothing in `shared` reads a clock by itself. */
export interface Clock {
  /** The machine's wall clock. Shown and recorded, never trusted for order. */
  now(): Instant;
}

export interface Random {
  bytes(count: number): Uint8Array;
}

/** A device's key pair; the private half stays behind this port. */
export interface Signer {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** Says whether an Ed25519 signature over `bytes` was made by the holder of `publicKey` (raw, 32 bytes). */
export type SignatureCheck = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean;

/** Why a box stays shut: this device may not read the channel or has not the key, or it is not what was closed. */
export type NotOpened = 'no-key' | 'altered';

/** Closes and opens what is not for everybody: under the keys that this device was granted, or its own. They stay behind it. */
export interface ChannelCipher {
  /** The key that closes what is written into a channel now; null when this device has none. */
  keyFor(channel: Channel): ChannelKeyId | null;
  /** Authenticated encryption, different each time; `context` must be given again to open. Throws without this key. */
  close(channel: Channel, key: ChannelKeyId, secret: Uint8Array, context: string): Uint8Array;
  /** What was closed under this key, if the key is one of the channel's and this device may read it now. */
  open(channel: Channel, key: ChannelKeyId, box: Uint8Array, context: string): Uint8Array | NotOpened;
  /** Closes what is for one machine alone, by its X25519 key (base64url); null where nothing can be sealed to that. */
  closeTo(to: string, secret: Uint8Array, context: (key: ChannelKeyId) => string): ClosedContent | null;
  /** What was closed to a machine, if that is this one; whatever its grants are. */
  openAddressed(key: ChannelKeyId, box: Uint8Array, context: string): Uint8Array | NotOpened;
}
