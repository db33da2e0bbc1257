import { personId } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database } from '../database/database';
import type { Accounts } from './accounts';
import type { LockOut } from './lockOut';
import type { Member } from './member';
import { nobodysHash, passwordMatches } from './passwords';
import { stepTyped, TOTP_SECRET_BYTES } from './totp';

/** What somebody typed to sign in, and from which address. */
export interface Trial {
  readonly person: string;
  readonly password: string;
  readonly totp: string;
  readonly address: string;
}

/**
 * `refused`: no such account, another password, another code or one that was used: which of them is not told. `wait`: too
 * many attempts, for an account that exists or not; so many milliseconds until the next one is looked at.
 */
export type SignInRefusal = { readonly because: 'refused' } | { readonly because: 'wait'; readonly retryAfter: number };

export interface SignInPorts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly lockOut: LockOut;
  readonly clock: Clock;
}

const nobodysSecret = new Uint8Array(TOTP_SECRET_BYTES);

/** Says who signs in. An account that does not exist takes as much work, and as many attempts, as one that does. */
export async function signIn(ports: SignInPorts, trial: Trial): Promise<Result<Member, SignInRefusal>> {
  const { database, accounts, lockOut, clock } = ports;
  const account = { what: 'account', name: trial.person } as const;
  const address = { what: 'address', name: trial.address } as const;
  for (const counted of [address, account]) {
    const retryAfter = await lockOut.attempt(counted);
    if (retryAfter > 0) return err({ because: 'wait', retryAfter });
  }
  const named = personId.parse(trial.person);
  const found = named.ok ? await accounts.find(database, named.value) : null;
  const right = await passwordMatches(trial.password, found?.passwordHash ?? nobodysHash);
  const step = stepTyped(found?.totpSecret ?? nobodysSecret, trial.totp, clock.now());
  if (!found || !right || step === null) return err({ because: 'refused' });
  if (!(await accounts.takeStep(database, found.person, step))) return err({ because: 'refused' });
  await lockOut.succeeded(account);
  await lockOut.succeeded(address);
  const { person, name, role } = found;
  return ok({ person, name, role });
}
