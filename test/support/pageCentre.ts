import { apply } from '../../shared/exam/apply';
import { type Command, catalogue } from '../../shared/exam/catalogue';
import type { Candidate } from '../../shared/exam/people/kinds';
import { type CentreState, emptyState } from '../../shared/exam/state';
import {
  type CandidateId,
  candidateId,
  day,
  type EntryId,
  entryId,
  paperId,
  personId,
  roomId,
  sessionId,
  sittingId,
} from '../../shared/kernel/ids';
import { type Instant, instant, instantOf } from '../../shared/kernel/instant';
import { draft, type Statement } from '../../shared/kernel/statement';

export const zone = 'Europe/Paris';
export const session = sessionId.of('session-2026');
export const examDay = day.of('2026-06-16');
export const morning = sittingId.of('mardi-matin');
export const b12 = roomId.of('B12');
export const french = paperId.of('bcp-francais');
export const printedAt = at('13:20');

export function at(time: string): Instant {
  return instantOf(examDay, time, zone);
}

/** A centre of made-up people whose day is told command by command: a state to draw pages from. */
export class PageCentre {
  state: CentreState = emptyState;
  readonly statements: Statement[] = [];

  /** Writes as its entry would, the guards left aside; answers the entry's id. `over` are the entries it supersedes. */
  say(command: Command, over: readonly EntryId[] = []): EntryId {
    const number = this.statements.length + 1;
    const id = entryId.of(number.toString(16).padEnd(64, '0'));
    const now = instant.of(at('08:00') + number);
    const [role = 'centreHead'] = catalogue[command.kind].by;
    const { about, data } = draft.pick({ about: true, data: true }).parse(command);
    const statement: Statement = {
      kind: command.kind,
      about,
      data,
      id,
      version: catalogue[command.kind].version,
      supersedes: [...over],
      at: { wall: now, logical: [now, 0], zone, offset: null },
      by: { person: personId.of('P1'), role, unlocked: 'pin' },
    };
    this.statements.push(statement);
    this.state = apply(this.state, [statement]);
    return id;
  }
}

export interface Someone {
  readonly familyName: string;
  readonly givenNames: string;
  readonly usageName?: string;
  readonly speciality?: string;
  readonly accommodations?: Candidate['accommodations'];
}

/** The candidate seated at that table, by the order of the list. */
export function atTable(table: number): CandidateId {
  return candidateId.of(`0226${100000 + table}`);
}

export function candidate(number: number, someone: Someone): Candidate {
  return {
    id: atTable(number),
    registration: '002 Version 1',
    familyName: someone.familyName,
    usageName: someone.usageName ?? null,
    givenNames: someone.givenNames,
    birthDate: day.of(`2008-0${1 + (number % 9)}-${10 + (number % 18)}`),
    division: 'TMELEC1',
    category: null,
    ine: null,
    diploma: 'bac-pro',
    speciality: someone.speciality ?? 'MELEC',
    teaching: null,
    accommodations: [...(someone.accommodations ?? [])],
  };
}

/** A centre with one room of 6 columns and its candidates seated in order, for a written paper of two and a half hours. */
export function centreWith(people: readonly Someone[], demonstration = true): PageCentre {
  const centre = new PageCentre();
  const about = { session };
  centre.say({
    kind: 'session.published',
    about,
    data: {
      id: session,
      name: 'Baccalauréat professionnel, session 2026',
      year: 2026,
      zone,
      authority: 'Académie de Valmer',
      centre: { code: '0990012V', name: 'Lycée professionnel Anne-Sylvestre', town: 'Saint-Alban-les-Eaux' },
      demonstration,
    },
  });
  centre.say({
    kind: 'regulations.published',
    about,
    data: {
      regulations: [
        {
          diploma: 'bac-pro',
          label: 'Baccalauréat professionnel',
          family: 'EN',
          latecomerMinutes: 60,
          noExitMinutes: 60,
          settlingMinutes: 15,
          serviceMinutes: 15,
          identityHours: 48,
          passMark: 1000,
        },
      ],
      specialities: [
        { code: 'MELEC', label: 'Métiers de l’électricité et de ses environnements connectés', diploma: 'bac-pro' },
        { code: 'MCV', label: 'Métiers du commerce et de la vente, option A', diploma: 'bac-pro' },
      ],
    },
  });
  centre.say({
    kind: 'papers.published',
    about,
    data: {
      papers: [
        {
          id: french,
          diploma: 'bac-pro',
          specialities: [],
          code: 'E51',
          title: 'Français',
          form: 'written',
          durationMinutes: 150,
          coefficient: 250,
          scale: 20,
          optional: false,
          heldUntil: null,
        },
      ],
    },
  });
  centre.say({
    kind: 'sittings.published',
    about,
    data: { sittings: [{ id: morning, day: examDay, start: '09:00', papers: [french] }] },
  });
  const rows = Math.max(1, Math.ceil(people.length / 6));
  centre.say({
    kind: 'rooms.published',
    about,
    data: { rooms: [{ id: b12, name: 'B12', building: 'B', rows, columns: 6, off: [], extraTime: false }] },
  });
  centre.say({
    kind: 'staff.published',
    about,
    data: {
      people: [
        {
          id: personId.of('P1'),
          familyName: 'Delattre',
          givenNames: 'Jeanne',
          roles: ['roomLeadInvigilator'],
          teaches: [],
        },
        { id: personId.of('P2'), familyName: 'Nguyễn', givenNames: 'Thị Hoa', roles: ['invigilator'], teaches: [] },
      ],
    },
  });
  centre.say({
    kind: 'invigilators.assigned',
    about: { sitting: morning, room: b12 },
    data: { lead: personId.of('P1'), others: [personId.of('P2')] },
  });
  const candidates = people.map((each, index) => candidate(index + 1, each));
  for (let from = 0; from < candidates.length; from += 100) {
    const some = candidates.slice(from, from + 100);
    centre.say({ kind: 'candidates.published', about, data: { source: 'essai', candidates: some } });
    centre.say({
      kind: 'seats.assigned',
      about: { day: examDay },
      data: {
        seats: some.map((each, index) => ({ candidate: each.id, seat: { room: b12, table: from + index + 1 } })),
      },
    });
  }
  return centre;
}
