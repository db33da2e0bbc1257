import { deviceOfKey } from '../journal/launch';
import type { SignatureCheck } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import type { Newcomer } from './enrolling';
import { writeFrame } from './frame';
import { type CentreCode, type Nonce, newNonce, type ServerId } from './names';
import { type PairingAnswer, type PairingRefusal, type PairingRequest, pairingAnswer } from './pairing';
import type { PairingSecret } from './pairingLink';
import { SPEAKS } from './protocol';
import type { Reply, Zip } from './reply';
import { signedAnswer } from './signedAnswer';
import type { Trouble } from './trouble';

/** What one request of the pairing says beyond who asks. */
export type PairingAsked =
  | { readonly type: 'join'; readonly secret: PairingSecret; readonly centre: CentreCode | null }
  | { readonly type: 'code'; readonly start: string }
  | { readonly type: 'proof'; readonly attempt: Nonce; readonly finish: string };

/** A request ready to be gzipped and sent. */
export function pairingFrom({ signer, wrapping, clock, random }: Newcomer, asked: PairingAsked) {
  const nonce = newNonce(random);
  const common = { protocol: SPEAKS.newest, device: deviceOfKey(signer.publicKey), nonce, at: clock.now() };
  const head: PairingRequest = asked.type === 'join' ? { ...asked, ...common, wrapping } : { ...asked, ...common };
  return { nonce, frame: writeFrame('request', head, [], (body) => signer.sign(body)) };
}

export type NotPairedBecause =
  | { readonly kind: 'refused'; readonly refusal: PairingRefusal }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

type Said<Type extends PairingAnswer['type']> = Exclude<Extract<PairingAnswer, { type: Type }>, { type: 'not-joined' }>;

/**
 * What a reply says, where a relay has signed it, fresh, for this request, and of one of the types it may have.
 * @param relay the one that must have; null for any, where who answers is proven later
 */
export async function pairingIn<Type extends PairingAnswer['type']>(
  reply: Reply,
  { asked, relay, types }: { readonly asked: Nonce; readonly relay: ServerId | null; readonly types: readonly Type[] },
  ports: { readonly zip: Zip; readonly check: SignatureCheck },
): Promise<Result<Said<Type>, NotPairedBecause>> {
  const not = (trouble: Trouble) => err({ kind: 'trouble', trouble } as const);
  const signed = await signedAnswer(reply, pairingAnswer, ports);
  if (!signed.ok) return not(signed.error);
  const { said } = signed.value;
  const { nonce, server } = said;
  if (relay !== null && server !== relay) return not({ kind: 'impostor', server });
  if (said.type === 'not-joined' && (nonce === null || nonce === asked))
    return err({ kind: 'refused', refusal: said.refusal });
  if (nonce !== asked) return not({ kind: 'stale' });
  return isOf(said, types) ? ok(said) : not({ kind: 'garbled' });
}

function isOf<Type extends PairingAnswer['type']>(said: PairingAnswer, types: readonly Type[]): said is Said<Type> {
  return said.type !== 'not-joined' && types.some((type) => type === said.type);
}
