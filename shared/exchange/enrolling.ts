import { deviceOfKey } from '../journal/launch';
import type { Clock, Random, SignatureCheck, Signer } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type Enrolled, type EnrolmentRefusal, enrolmentAnswer } from './enrolment';
import { readFrame, signedBy, writeFrame } from './frame';
import { MAX_ANSWER_BYTES } from './limits';
import { type Nonce, newNonce } from './names';
import { SPEAKS } from './protocol';
import { foreign, type Reply, type Zip } from './reply';
import { keyOf } from './signature';
import type { Trouble } from './trouble';

/** A device that is to be enrolled. */
export interface Newcomer {
  readonly signer: Signer;
  /** Its X25519 public key, raw in base64url. */
  readonly wrapping: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** An enrolment ready to be gzipped and sent. @param code as it was typed */
export function enrolmentFrom({ signer, wrapping, clock, random }: Newcomer, code: string) {
  const nonce = newNonce(random);
  const device = deviceOfKey(signer.publicKey);
  const head = { type: 'enrol', protocol: SPEAKS.newest, device, wrapping, code, nonce, at: clock.now() };
  return { nonce, frame: writeFrame('request', head, [], (body) => signer.sign(body)) };
}

export type NotEnrolledBecause =
  | { readonly kind: 'refused'; readonly refusal: EnrolmentRefusal }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** What a reply to an enrolment says, if a server has signed it: which one is for the person who typed its address. */
export async function enrolmentIn(
  reply: Reply,
  asked: Nonce,
  { zip, check }: { readonly zip: Zip; readonly check: SignatureCheck },
): Promise<Result<Enrolled, NotEnrolledBecause>> {
  const not = (trouble: Trouble) => err({ kind: 'trouble', trouble } as const);
  const stranger = foreign(reply);
  if (stranger) return not(stranger);
  const bytes = await zip.gunzip(reply.body, MAX_ANSWER_BYTES);
  if (!bytes.ok) return not({ kind: bytes.error === 'cut' ? 'cut' : 'garbled' });
  const frame = readFrame(bytes.value);
  if (!frame.ok) return not({ kind: frame.error === 'truncated' ? 'cut' : 'garbled' });
  const said = enrolmentAnswer.safeParse(frame.value.head);
  if (!said.success) return not({ kind: 'garbled' });
  const { nonce, server } = said.data;
  if (!signedBy('answer', frame.value, keyOf(server), check)) return not({ kind: 'forged', what: 'answer' });
  if (said.data.type === 'not-enrolled' && (nonce === null || nonce === asked))
    return err({ kind: 'refused', refusal: said.data.refusal });
  return said.data.type === 'enrolled' && nonce === asked ? ok(said.data) : not({ kind: 'stale' });
}
