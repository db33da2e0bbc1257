import { personId } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database } from '../database/database';
import type { Accounts } from './accounts';
import { type Asking, admitted } from './admitted';
import type { LockOut } from './lockOut';
import type { Member } from './member';
import { nobodysHash, passwordMatches } from './passwords';
import { stepTyped, TOTP_SECRET_BYTES } from './totp';

/** What somebody typed to sign in, from which address, and in which browser. */
export interface Trial extends Asking {
  readonly password: string;
  readonly totp: string;
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

/**
 * Says who signs in. An account that does not exist takes as much work, and as many attempts, as one that does. Attempts
 * from a browser that is known to the account are counted by themselves; once those are used up it is as any other.
 */
export async function signIn(ports: SignInPorts, trial: Trial): Promise<Result<Member, SignInRefusal>> {
  const { database, accounts, lockOut, clock } = ports;
  const counts = await admitted(lockOut, trial);
  if (!counts.ok) return err({ because: 'wait', retryAfter: counts.error });
  const named = personId.parse(trial.person);
  const found = named.ok ? await accounts.find(database, named.value) : null;
  const right = await passwordMatches(trial.password, found?.passwordHash ?? nobodysHash);
  const step = stepTyped(found?.totpSecret ?? nobodysSecret, trial.totp, clock.now());
  if (!found || !right || step === null) return err({ because: 'refused' });
  if (!(await accounts.takeStep(database, found.person, step))) return err({ because: 'refused' });
  for (const counted of counts.value) await lockOut.succeeded(counted);
  const { person, name, role } = found;
  return ok({ person, name, role });
}
