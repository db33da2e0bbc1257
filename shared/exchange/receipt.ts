import { z } from 'zod';
import { utf8 } from '../kernel/bytes';
import { entryId, streamId } from '../kernel/ids';
import type { SignatureCheck } from '../kernel/ports';
import { epoch, nonce, type ServerId, serverId, wallClock } from './names';
import { bytesOfSignature, keyOf, type Signature, signature } from './signature';

/**
 * A server's word that it durably holds a stream's entry `seq`, whose name is `head`, and with it all entries before it
 * in that branch. Given only after the commit. It can be shown to anyone who has the server's public key.
 */
export const receipt = z.object({
  stream: streamId.schema,
  seq: z.int().min(1),
  head: entryId.schema,
  server: serverId.schema,
  epoch: epoch.schema,
  /** The server's clock. */
  at: wallClock,
  /** Of the request that it answers: an old answer does not pass for a new one. */
  nonce: nonce.schema,
  signature,
});
export type Receipt = z.infer<typeof receipt>;

/**
 * What a receipt's signature covers: this line, then its fields one a line, in this order, each ended by a line feed:
 * `cachet-receipt/1`, stream, seq, head, server, epoch, at, nonce.
 */
export function receiptBytes({ stream, seq, head, server, epoch, at, nonce }: Omit<Receipt, 'signature'>): Uint8Array {
  return utf8(`${['cachet-receipt/1', stream, seq, head, server, epoch, at, nonce].join('\n')}\n`);
}

/** Signs a receipt with the server's key. To be called once the entries are durable, never before. */
export function signReceipt(said: Omit<Receipt, 'signature'>, sign: (bytes: Uint8Array) => Signature): Receipt {
  return { ...said, signature: sign(receiptBytes(said)) };
}

/** Whether this server gave that receipt. */
export function genuine(given: Receipt, server: ServerId, check: SignatureCheck): boolean {
  return given.server === server && check(keyOf(server), receiptBytes(given), bytesOfSignature(given.signature));
}
