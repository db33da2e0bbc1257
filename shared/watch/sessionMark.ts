import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../kernel/bytes';
import type { SessionId } from '../kernel/ids';
import { signOf } from '../kernel/spokenCode';

/** Four signs that tell a session from the few others a centre may hold at the same time; they tell nothing of it. */
export function sessionMark(session: SessionId): string {
  return [...sha256(utf8(session)).slice(0, 4)].map((byte) => signOf(byte & 31)).join('');
}
