import type { SignatureCheck, Signer } from '../../shared/kernel/ports';
import { aSigner, ed25519 } from '../support/devices';

/** How devices sign in one history. */
export interface Keys {
  signer(device: string): Signer;
  readonly check: SignatureCheck;
}

/** The real thing, a hundred times dearer. */
export const realKeys: Keys = { signer: aSigner, check: ed25519 };

/** Signatures that only tell apart who signed what: nobody in these histories tries to forge one. */
export const cheapKeys: Keys = {
  signer(device) {
    const publicKey = mixed(new TextEncoder().encode(device), 17, 32);
    return { publicKey, sign: (bytes) => signature(publicKey, bytes) };
  },
  check: (publicKey, bytes, given) => {
    const expected = signature(publicKey, bytes);
    return given.length === expected.length && expected.every((byte, at) => given[at] === byte);
  },
};

function signature(publicKey: Uint8Array, bytes: Uint8Array): Uint8Array {
  const key = publicKey.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7);
  return mixed(bytes, key, 64);
}

/** So many bytes that depend on every byte given. */
function mixed(bytes: Uint8Array, seed: number, count: number): Uint8Array {
  let state = seed | 1;
  for (const byte of bytes) state = Math.imul(state ^ byte, 0x01000193);
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return (state >>> 24) & 0xff;
  });
}
