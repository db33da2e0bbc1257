import type { z } from 'zod';
import type { SealedEntry } from '../journal/entry';
import type { SignatureCheck } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { readFrame, signedBy } from './frame';
import { MAX_ANSWER_BYTES } from './limits';
import type { ServerId } from './names';
import { foreign, type Reply, type Zip } from './reply';
import { keyOf } from './signature';
import type { Trouble } from './trouble';

/** What a server said under its key, and the entries that came with it. Whether it is the right server is not looked at. */
export interface Signed<Said> {
  readonly said: Said;
  readonly entries: readonly SealedEntry[];
}

/** What a reply says, if the server that it names has signed it; else what it was instead. */
export async function signedAnswer<Said extends { readonly server: ServerId }>(
  reply: Reply,
  schema: z.ZodType<Said>,
  { zip, check }: { readonly zip: Zip; readonly check: SignatureCheck },
): Promise<Result<Signed<Said>, Trouble>> {
  const stranger = foreign(reply);
  if (stranger) return err(stranger);
  const bytes = await zip.gunzip(reply.body, MAX_ANSWER_BYTES);
  return bytes.ok ? signedIn(bytes.value, schema, check) : err({ kind: bytes.error === 'cut' ? 'cut' : 'garbled' });
}

/** As `signedAnswer`, for the bytes of a frame. */
export function signedIn<Said extends { readonly server: ServerId }>(
  bytes: Uint8Array,
  schema: z.ZodType<Said>,
  check: SignatureCheck,
): Result<Signed<Said>, Trouble> {
  const frame = readFrame(bytes);
  if (!frame.ok) return err({ kind: frame.error === 'truncated' ? 'cut' : 'garbled' });
  const said = schema.safeParse(frame.value.head);
  if (!said.success) return err({ kind: 'garbled' });
  const signed = signedBy('answer', frame.value, keyOf(said.data.server), check);
  return signed ? ok({ said: said.data, entries: frame.value.entries }) : err({ kind: 'forged', what: 'answer' });
}
