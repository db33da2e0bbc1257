import { err, ok, type Result } from '../../shared/kernel/result';
import type { KnownBrowser } from './knownBrowsers';
import type { Counted, LockOut } from './lockOut';

/** Who wants to sign in, as they typed it, from which address, and in which browser. */
export interface Asking {
  readonly person: string;
  readonly address: string;
  /** The browser, where whom they name has signed in from it before. */
  readonly browser: KnownBrowser | null;
}

/**
 * Counts an attempt before it is looked at: by what, or after how many milliseconds the next one will be looked at. A
 * browser that is known to the account is counted by itself, so that strangers who guess at a name, even behind the same
 * address, do not make its holder wait; once its own attempts are used up it is as any other.
 */
export async function admitted(
  lockOut: LockOut,
  { person, address, browser }: Asking,
): Promise<Result<readonly Counted[], number>> {
  const own: Counted | null = browser === null ? null : { what: 'browser', name: `${browser} ${person}` };
  if (own && (await lockOut.attempt(own)) === 0) return ok([own]);
  const strangers: readonly Counted[] = [
    { what: 'address', name: address },
    { what: 'guest', name: JSON.stringify([address, person]) },
    { what: 'account', name: person },
  ];
  for (const counted of strangers) {
    const retryAfter = await lockOut.attempt(counted);
    if (retryAfter > 0) return err(retryAfter);
  }
  return ok(strangers);
}
