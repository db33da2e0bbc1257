import type { DeviceId } from '../journal/launch';
import { MINUTE } from '../kernel/instant';
import { err, ok, type Result } from '../kernel/result';
import type { PairingRefusal } from './pairing';
import type { PairingCode } from './pairingCode';
import type { PairingSecret } from './pairingLink';

/** How long a link lasts, and a code; and how often the code may be tried: each try is one guess, whatever comes of it. */
export const LINK_LIFE = 10 * MINUTE;
export const CODE_LIFE = 5 * MINUTE;
export const CODE_TRIES = 5;

/** A machine that has shown the secret. */
export interface Arrived {
  readonly device: DeviceId;
  readonly wrapping: string;
  readonly address: string;
}

/** One machine is awaited. Moments are of a clock that only goes forward, in milliseconds. */
export interface PairingOffer {
  readonly secret: PairingSecret;
  readonly until: number;
  readonly code: { readonly text: PairingCode; readonly until: number; readonly tries: number };
  readonly arrived: Arrived | null;
}

export function offered(secret: PairingSecret, text: PairingCode, now: number): PairingOffer {
  return {
    secret,
    until: now + LINK_LIFE,
    code: { text, until: now + CODE_LIFE, tries: CODE_TRIES },
    arrived: null,
  };
}

/** Why the code is worth nothing any more; null while it is. */
export function whyDead({ code, arrived }: PairingOffer, now: number): 'tries' | 'expired' | 'used' | null {
  if (arrived) return 'used';
  if (code.tries === 0) return 'tries';
  return now >= code.until ? 'expired' : null;
}

type Refused = Extract<PairingRefusal['because'], 'expired' | 'used' | 'unknown-secret' | 'spent' | 'no-code'>;

/** Somebody begins to try the code: one try less, or why not. */
export function tried(offer: PairingOffer | null, now: number): Result<PairingOffer, Refused> {
  const dead = offer && whyDead(offer, now);
  if (!offer || dead === 'expired') return err('no-code');
  if (dead) return err(dead === 'tries' ? 'spent' : 'used');
  return ok({ ...offer, code: { ...offer.code, tries: offer.code.tries - 1 } });
}

/** A machine shows a secret: the offer is its own from then on, and it may ask again as often as it likes. */
export function shown(
  offer: PairingOffer | null,
  secret: PairingSecret,
  by: Arrived,
  now: number,
): Result<PairingOffer, Refused> {
  if (offer?.secret !== secret) return err('unknown-secret');
  if (offer.arrived) return offer.arrived.device === by.device ? ok({ ...offer, arrived: by }) : err('used');
  return now >= offer.until ? err('expired') : ok({ ...offer, arrived: by });
}
