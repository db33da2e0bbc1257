import { type Aspect, type CentreState, emptyState } from '../../../shared/exam/state';

/** Some registers of one scope of one shelf, small enough to be copied to a worker between two frames. */
export interface StatePart {
  readonly aspect: Aspect;
  readonly scope: string;
  readonly registers: readonly (readonly [key: string, register: unknown])[];
}

/** What an import is compared with. */
const compared = [
  'session',
  'regulations',
  'specialities',
  'papers',
  'sittings',
  'rooms',
  'staff',
  'registrations',
  'attendance',
  'seats',
] as const satisfies readonly Aspect[];

const perPart = 400;

/** The shelves that an import is compared with, in small parts. */
export function* partsOf(state: CentreState): Iterable<StatePart> {
  for (const aspect of compared) {
    for (const [scope, registers] of state.shelves.get(aspect) ?? []) {
      const all = [...registers];
      for (let from = 0; from < all.length; from += perPart) {
        yield { aspect, scope, registers: all.slice(from, from + perPart) };
      }
    }
  }
}

/** Puts the parts together again, on the other side. */
export function stateOf(parts: readonly StatePart[], withdrawn: CentreState['withdrawn']): CentreState {
  const shelves = new Map();
  for (const { aspect, scope, registers } of parts) {
    const shelf = shelves.get(aspect) ?? new Map();
    const known = shelf.get(scope) ?? new Map();
    for (const [key, register] of registers) known.set(key, register);
    shelves.set(aspect, shelf.set(scope, known));
  }
  return { ...emptyState, shelves, withdrawn, unread: new Set() };
}
