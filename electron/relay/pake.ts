import { hkdfSync } from 'node:crypto';
import { client, ready, server } from '@serenity-kit/opaque';
import { close, reopen } from '../../node/closed';
import type { ServerId } from '../../shared/exchange/names';
import type { PairingCode } from '../../shared/exchange/pairingCode';
import type { DeviceId } from '../../shared/journal/launch';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../shared/kernel/bytes';
import type { Random } from '../../shared/kernel/ports';

/**
 * The short code inside OPAQUE (RFC 9807): it never travels, and who answers wrongly learns whether one guess was right.
 * Stretching is light: the relay keeps what it could be guessed from in its memory, for minutes, and counts tries.
 */
const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 8_192, parallelism: 1 } };
const userIdentifier = 'cachet-pairing/1';

/** What both derived from the same code: closes what is handed over, for one device and from one relay. */
export interface Shared {
  close(text: string, between: Between, random: Random): string;
  /** Null when it was closed under another code, or for or by somebody else. */
  reopen(closed: string, between: Between): string | null;
}

/** Who the two are, as each believes. */
export interface Between {
  readonly relay: ServerId;
  readonly device: DeviceId;
}

/** One try of a code, as the relay sees it: what it answers, and what comes of the proof; null when it is wrong. */
export interface Tried {
  readonly response: string;
  prove(finish: string): Shared | null;
}

/** The relay's side of one code. A try is null when its start is not one. */
export async function registered(code: PairingCode): Promise<(start: string) => Tried | null> {
  await ready;
  const serverSetup = server.createSetup();
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password: code });
  const { registrationResponse } = server.createRegistrationResponse({
    serverSetup,
    userIdentifier,
    registrationRequest,
  });
  const { registrationRecord } = client.finishRegistration({
    password: code,
    clientRegistrationState,
    registrationResponse,
    keyStretching,
  });
  return (startLoginRequest) =>
    attempted(() => {
      const begun = server.startLogin({ serverSetup, registrationRecord, startLoginRequest, userIdentifier });
      return {
        response: begun.loginResponse,
        prove: (finishLoginRequest) =>
          attempted(() => {
            const { serverLoginState } = begun;
            return sharedBy(server.finishLogin({ serverLoginState, finishLoginRequest }).sessionKey);
          }),
      };
    });
}

/** The newcomer's side of one try. What comes of the relay's response is null when it was registered with another code. */
export async function trying(code: PairingCode) {
  await ready;
  const { clientLoginState, startLoginRequest } = client.startLogin({ password: code });
  return {
    start: startLoginRequest,
    answer: (loginResponse: string): { readonly finish: string; readonly shared: Shared } | null =>
      attempted(() => {
        const done = client.finishLogin({ clientLoginState, loginResponse, password: code, keyStretching });
        return done ? { finish: done.finishLoginRequest, shared: sharedBy(done.sessionKey) } : null;
      }),
  };
}

function sharedBy(sessionKey: string): Shared {
  const secret = fromBase64url(sessionKey);
  if (!secret) throw new Error('the library gives its keys in base64url');
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), userIdentifier, 32));
  const context = ({ relay, device }: Between) => `${userIdentifier} ${relay} ${device}`;
  return {
    close: (text, between, random) => toBase64url(close(utf8(text), key, context(between), random)),
    reopen(closed, between) {
      const bytes = fromBase64url(closed);
      const opened = bytes && reopen(bytes, key, context(between));
      return opened && fromUtf8(opened);
    },
  };
}

/** The library throws at messages that are none, from whoever sent them. */
function attempted<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
