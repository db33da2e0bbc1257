import type { Instant } from './instant';

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
