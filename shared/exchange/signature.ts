import type { DeviceId } from '../journal/launch';
import { type Brand, idKind } from '../kernel/brand';
import { fromBase64url, toBase64url } from '../kernel/bytes';
import type { ServerId } from './names';

/** An Ed25519 signature, 64 bytes, in base64url. */
export type Signature = Brand<string, 'Signature'>;
const signatureText = idKind('Signature', /^[A-Za-z0-9_-]{86}$/);
export const signature = signatureText.schema;

export function signatureOf(bytes: Uint8Array): Signature {
  return signatureText.of(toBase64url(bytes));
}

export function bytesOfSignature(text: Signature): Uint8Array {
  return decoded(text);
}

/** The raw public key that a server or a device is named by. */
export function keyOf(name: ServerId | DeviceId): Uint8Array {
  return decoded(name);
}

function decoded(text: string): Uint8Array {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error(`base64url that its pattern should have refused: ${text}`);
  return bytes;
}
