import { z } from 'zod';
import { totpAt } from '../../headquarters/staff/totp';

const opened = z.object({ otpauth: z.string() });

/** What the page of headquarters does: JSON over HTTP, from its own origin, with the cookie it was given. */
export class VigieClient {
  cookie: string | null = null;
  /** By which headquarters knows this browser again. */
  known: string | null = null;

  /** @param address as a proxy before the server would tell it; null for this machine's own */
  constructor(
    readonly url: string,
    readonly address: string | null = null,
    /** Milliseconds since 1970 by the clock of headquarters. */
    private readonly now: () => number = Date.now,
  ) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}) {
    return this.ask('GET', path, null, headers);
  }

  post(path: string, said: unknown = {}, headers: Readonly<Record<string, string>> = {}) {
    return this.ask('POST', path, JSON.stringify(said), { origin: this.url, ...headers });
  }

  /** Makes an account with a code, as the first administrator does, and is signed in. Resolves to the secret. */
  async join(code: string, person: string, password: string, name = person): Promise<Uint8Array> {
    const { body } = await this.post('/invitations/open', { code });
    const secret = secretOf(opened.parse(body).otpauth);
    const totp = totpAt(secret, firstStep(this.now()));
    const joined = await this.post('/invitations/accept', { code, person, name, password, totp });
    if (joined.status !== 200) throw new Error(`not joined: ${JSON.stringify(joined.body)}`);
    return secret;
  }

  private async ask(method: string, path: string, body: string | null, headers: Readonly<Record<string, string>>) {
    const response = await fetch(`${this.url}/vigie/api${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === null && this.known === null
          ? {}
          : { cookie: [this.cookie, this.known].filter((each) => each !== null).join('; ') }),
        ...(this.address === null ? {} : { 'x-forwarded-for': this.address }),
        ...headers,
      },
      ...(body === null ? {} : { body }),
    });
    const cookies = response.headers.getSetCookie();
    const kept = cookies.find((each) => each.includes('cachet-known='));
    if (kept !== undefined) this.known = kept.split(';')[0] ?? null;
    const set = cookies.find((each) => each !== kept);
    if (set !== undefined) this.cookie = /Max-Age=0/.test(set) ? null : (set.split(';')[0] ?? null);
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body: json, text, set: set ?? null, headers: response.headers };
  }
}

/**
 * The earliest step of a telephone whose code is taken at a moment, milliseconds since 1970, and for ten seconds at least
 * from then on: there are codes left for who signs in later, as none is taken twice.
 */
export function firstStep(now: number): number {
  return Math.floor((now + 10_000) / 30_000) - 1;
}

/** The secret in an otpauth address, as a telephone reads it. */
export function secretOf(otpauth: string): Uint8Array {
  const text = new URL(otpauth).searchParams.get('secret') ?? '';
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
