import type { CandidateId } from '../../kernel/ids';
import type { CommandOf } from '../catalogue';
import { type Check, firstRefusal, type Occasion } from '../guard';
import { anyHead } from '../kind';
import type { Paper, Sitting } from '../papers/kinds';
import { foldText } from '../people/names';
import { type Refusal, refusal } from '../refusal';
import { roomOpen, unknown } from '../rooms/conditions';
import { expectedAt } from '../rooms/expected';
import { isAbsent, rollOf } from '../rooms/roll';
import { hasTable } from '../rooms/tables';
import { unheldSeats } from '../rooms/unheldSeats';
import { type CentreState, fact } from '../state';
import { boardStartOf, latestEntry } from '../timing/limits';

type Admission = CommandOf<'candidate.admittedProvisionally'>;
type Unlisted = Pick<Admission, 'about'> & { readonly data: Omit<Admission['data'], 'table'> };

/**
 * someone off the list composes a written paper subject to verification, at a free table or at an absentee's. An
 * oral, a practical or an optional paper needs the rector's prior agreement, which a head states by setting R-138 aside.
 */
export function unlistedAdmission(admission: Admission, occasion: Occasion): Refusal | null {
  const { about, data } = admission;
  const { state } = occasion;
  const sitting = fact(state, 'sittings', 'session', about.sitting);
  const paper = fact(state, 'papers', 'session', data.paper);
  return firstRefusal(
    occasion,
    ...mayCompose(admission, occasion),
    () => (sitting && paper ? atTheDoor(state, admission, sitting, paper, occasion) : null),
    () => freeTable(state, admission),
  );
}

/** As `unlistedAdmission` for someone for whom the room has no table: where they sit is the head's to say. */
export function seatAsked(asking: CommandOf<'seat.asked'>, occasion: Occasion): Refusal | null {
  return firstRefusal(occasion, ...mayCompose(asking, occasion));
}

/** What holds wherever somebody off the list sits. */
function mayCompose(unlisted: Unlisted, { state }: Occasion): readonly Check[] {
  const { about, data } = unlisted;
  const sitting = fact(state, 'sittings', 'session', about.sitting);
  const paper = fact(state, 'papers', 'session', data.paper);
  return [
    () => roomOpen(state, about),
    () => (paper && sitting?.papers.includes(paper.id) ? null : unknown('paper')),
    () => (paper && paper.diploma !== data.diploma ? refusal('house', { kind: 'malformed', field: 'diploma' }) : null),
    () => listed(state, unlisted),
    () =>
      paper && (paper.form !== 'written' || paper.optional)
        ? refusal('R-138', { kind: 'oral-needs-agreement' }, anyHead)
        : null,
  ];
}

/** The same number, or the same names and birth date, among those the sitting expects in any room. */
function listed(state: CentreState, { about, data }: Unlisted): Refusal | null {
  const names = foldText(`${data.familyName} ${data.givenNames}`);
  for (const expected of expectedAt(state, about.sitting).values()) {
    for (const { id, candidate } of expected) {
      if (id === about.candidate) return onTheListAlready(id);
      if (!candidate) continue;
      const family = [candidate.familyName, candidate.usageName ?? candidate.familyName];
      const sameNames = family.some((each) => foldText(`${each} ${candidate.givenNames}`) === names);
      if (sameNames && candidate.birthDate === data.birthDate) return onTheListAlready(id);
    }
  }
  return null;
}

function onTheListAlready(candidate: CandidateId): Refusal {
  return refusal('R-061', { kind: 'already-on-the-list', candidate });
}

/** after the distribution only a head lets someone in, nobody after the hour; corrections are no entry. */
function atTheDoor(
  state: CentreState,
  { about }: Admission,
  sitting: Sitting,
  paper: Paper,
  { now }: Occasion,
): Refusal | null {
  if (boardStartOf(state, about.sitting, about.room, paper) === null) return null;
  if (fact(state, 'provisional', about.sitting, about.candidate)?.room === about.room) return null;
  const limit = latestEntry(state, sitting, about.room, paper);
  if (now > limit) return refusal('R-071', { kind: 'too-late', limit, arrivedAt: now });
  return refusal('R-070', { kind: 'late-without-leave', candidate: about.candidate, limit }, anyHead);
}

/** a table of the room that nobody sits at; an absentee's may be lent, until they come after all. */
function freeTable(state: CentreState, { about, data }: Admission): Refusal | null {
  const room = fact(state, 'rooms', 'session', about.room);
  if (room && !hasTable(room, data.table)) return refusal('R-009', { kind: 'table-off', table: data.table });
  const roll = rollOf(state, about.sitting, about.room);
  const other = roll.find((line) => line.table === data.table && line.id !== about.candidate && !isAbsent(line));
  const day = fact(state, 'sittings', 'session', about.sitting)?.day;
  const unheld = day ? unheldSeats(state, day, about.room) : [];
  const by =
    other?.id ??
    unheld.find(({ table, candidate }) => table === data.table && !roll.some(({ id }) => id === candidate))?.candidate;
  return by ? refusal('R-009', { kind: 'table-taken', table: data.table, by }) : null;
}
