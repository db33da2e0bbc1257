import { compareNames, displayName, foldText } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import { type CentreState, fact, facts } from '../../shared/exam/state';
import { personId } from '../../shared/kernel/ids';
import type { Role } from '../../shared/kernel/role';

/** Someone who was given a code, and the roles they may take. */
export interface Granted {
  readonly person: Person;
  readonly roles: readonly Role[];
}

/** Everyone who may unlock this machine: the head and the office first, then in French order of names. */
export function grantedPeople(state: CentreState): readonly Granted[] {
  const found: Granted[] = [];
  for (const [key, { roles }] of facts(state, 'access', 'session')) {
    const person = fact(state, 'staff', 'session', personId.of(key));
    if (person) found.push({ person, roles });
  }
  return found.sort((a, b) => standing(a) - standing(b) || compareNames(a.person, b.person));
}

/** 0 for the centre head, then the deputy and the secretariat; everyone who watches a room stands alike. */
function standing({ roles }: Granted): number {
  const places = roles.map((each) => officeFirst.indexOf(each)).filter((place) => place >= 0);
  return Math.min(officeFirst.length, ...places);
}

const officeFirst: readonly Role[] = ['centreHead', 'deputyCentreHead', 'examSecretariat'];

/** The staff, in French order of names. */
export function staffByName(state: CentreState): readonly Person[] {
  return [...facts(state, 'staff', 'session').values()].sort(compareNames);
}

/** True when every word typed begins a word of the name, whatever the accents and capitals. */
export function nameMatches(person: Person, typed: string): boolean {
  const words = foldText(displayName(person)).split(' ');
  return foldText(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
