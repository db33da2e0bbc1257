import { deviceOfKey } from '../journal/launch';
import type { Clock, Random, SignatureCheck, Signer } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type Enrolled, type EnrolmentRefusal, enrolmentAnswer } from './enrolment';
import { writeFrame } from './frame';
import { type Nonce, newNonce } from './names';
import { SPEAKS } from './protocol';
import type { Reply, Zip } from './reply';
import { signedAnswer } from './signedAnswer';
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
  ports: { readonly zip: Zip; readonly check: SignatureCheck },
): Promise<Result<Enrolled, NotEnrolledBecause>> {
  const not = (trouble: Trouble) => err({ kind: 'trouble', trouble } as const);
  const signed = await signedAnswer(reply, enrolmentAnswer, ports);
  if (!signed.ok) return not(signed.error);
  const { said } = signed.value;
  if (said.type === 'not-enrolled' && (said.nonce === null || said.nonce === asked))
    return err({ kind: 'refused', refusal: said.refusal });
  return said.type === 'enrolled' && said.nonce === asked ? ok(said) : not({ kind: 'stale' });
}
