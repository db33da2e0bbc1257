import type { PersonId } from '../../kernel/ids';
import type { Reading } from '../../kernel/register';
import { centreRoles, type Role } from '../../kernel/role';
import { anyHead } from '../kind';
import { type Refusal, refusal } from '../refusal';
import { type CentreState, reading } from '../state';

/** The roles a person may act in, and their PIN's argon2id hash. */
export interface Access {
  readonly roles: readonly Role[];
  readonly pinHash: string;
}

/**
 * What is granted by all that was said of one person's access; null when nothing is, or when it was withdrawn. Where
 * versions contest each other, only the roles that all of them give hold: nobody gains by a conflict.
 */
export function grantedBy(said: Reading<Access | null>): Access | null {
  if (said.kind === 'unknown') return null;
  if (said.kind !== 'contested') return said.value && ofTheCentre(said.value.roles, said.value.pinHash);
  const [first, ...others] = said.versions;
  if (!first?.value || others.some(({ value }) => value === null)) return null;
  const roles = first.value.roles.filter((role) => others.every(({ value }) => value?.roles.includes(role)));
  return ofTheCentre(roles, first.value.pinHash);
}

/** Whoever wrote it: a code opens a desk of the centre, never headquarters'. */
function ofTheCentre(roles: readonly Role[], pinHash: string): Access {
  return { roles: roles.filter((role) => centreRoles.includes(role)), pinHash };
}

/** What a person may unlock this centre's machines with; null when they may not. */
export function accessOfPerson(state: CentreState, person: string): Access | null {
  return grantedBy(reading(state, 'access', 'session', person));
}

/** Why a person's access may not become this: the last centre head who can unlock stays one, or the last deputy. */
export function headStays(state: CentreState, person: PersonId, after: Access | null): Refusal | null {
  const holders = [...(state.shelves.get('access')?.get('session')?.keys() ?? [])];
  for (const role of anyHead) {
    const heads = holders.filter((each) => accessOfPerson(state, each)?.roles.includes(role));
    if (heads.length === 0) continue;
    const stays = after?.roles.includes(role) || heads.some((each) => each !== person);
    return stays ? null : refusal('house', { kind: 'last-head', person });
  }
  return null;
}
