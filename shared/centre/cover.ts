import { apply } from '../exam/apply';
import { compareNames, displayName } from '../exam/people/names';
import { zoneOf } from '../exam/session/today';
import type { Person } from '../exam/staff/kinds';
import { type CentreState, emptyState, fact, facts } from '../exam/state';
import { type PersonId, personId } from '../kernel/ids';
import type { Role } from '../kernel/role';
import type { Statement } from '../kernel/statement';

/** Someone who was given a code, under the name lists give them, and the roles they may take. */
export interface Granted {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What a desk shows to whoever stands before it: whose it is, and who may come in. */
export interface Cover {
  /** Null until a session is published. */
  readonly centre: { readonly name: string; readonly session: string; readonly demonstration: boolean } | null;
  /** IANA zone of the session's times. */
  readonly zone: string;
  /** The head and the office first, then in French order of names. */
  readonly people: readonly Granted[];
}

/** Whether the cover may change by an entry of this kind: it is the same when made of those alone. */
export function concernsCover(kind: string): boolean {
  return kinds.has(kind);
}

const kinds: ReadonlySet<string> = new Set([
  'session.published',
  'staff.published',
  'access.granted',
  'entry.withdrawn',
]);

/** The cover that statements make, those aside that do not concern it. */
export function coverOfStatements(statements: readonly Statement[]): Cover {
  return coverOf(apply(emptyState, statements));
}

export function coverOf(state: CentreState): Cover {
  const session = fact(state, 'session', 'session', 'session');
  return {
    centre: session && { name: session.centre.name, session: session.name, demonstration: session.demonstration },
    zone: zoneOf(state),
    people: grantedPeople(state),
  };
}

function grantedPeople(state: CentreState): readonly Granted[] {
  const found: { readonly person: Person; readonly roles: readonly Role[] }[] = [];
  for (const [key, { roles }] of facts(state, 'access', 'session')) {
    const person = fact(state, 'staff', 'session', personId.of(key));
    if (person) found.push({ person, roles });
  }
  return found
    .sort((a, b) => standing(a.roles) - standing(b.roles) || compareNames(a.person, b.person))
    .map(({ person, roles }) => ({ person: person.id, name: displayName(person), roles }));
}

/** 0 for the centre head, then the deputy and the secretariat; everyone who watches a room stands alike. */
function standing(roles: readonly Role[]): number {
  const places = roles.map((each) => officeFirst.indexOf(each)).filter((place) => place >= 0);
  return Math.min(officeFirst.length, ...places);
}

const officeFirst: readonly Role[] = ['centreHead', 'deputyCentreHead', 'examSecretariat'];
