import { apply } from '../../shared/exam/apply';
import type { Command, CommandOf } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import type { Paper } from '../../shared/exam/papers/kinds';
import type { Accommodation, Candidate } from '../../shared/exam/people/kinds';
import type { Refusal } from '../../shared/exam/refusal';
import { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import { closingOf } from '../../shared/exam/scripts/reported';
import type { Diploma, Regulation } from '../../shared/exam/session/kinds';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { defaultRegulations } from '../../shared/formats/regulations';
import {
  type CandidateId,
  candidateId,
  day,
  entryId,
  paperId,
  personId,
  roomId,
  sessionId,
  sittingId,
} from '../../shared/kernel/ids';
import { type Instant, instant, instantOf } from '../../shared/kernel/instant';
import type { Role } from '../../shared/kernel/role';
import type { Actor, Draft, Statement } from '../../shared/kernel/statement';

export const zone = 'Europe/Paris';
/** A Monday. */
export const examDay = day.of('2019-06-17');
export const session = sessionId.of('session-2019');
export const sitting = sittingId.of('lundi-matin');
export const french = paperId.of('francais');
export const b12 = roomId.of('B12');
export const b07 = roomId.of('B07');
const place = { sitting, room: b12 };

/** A moment of the exam day, as the centre's clocks show it; `2019-06-19 09:00` names another day. */
export function at(time: string): Instant {
  const [on, clock] = time.includes(' ') ? time.split(' ') : [examDay, time];
  return instantOf(day.of(on ?? examDay), clock ?? '00:00', zone);
}

function actor(person: string, role: Role): Actor {
  return { person: personId.of(person), role, unlocked: 'pin' };
}

export const head = actor('berthier', 'centreHead');
export const secretary = actor('colin', 'examSecretariat');
export const lead = actor('durand', 'roomLeadInvigilator');
export const invigilator = actor('evrard', 'invigilator');
export const otherLead = actor('faure', 'roomLeadInvigilator');

export const national = defaultRegulations['bac-pro'];

export interface Sitter {
  readonly name: string;
  readonly division?: string;
  readonly accommodations?: readonly Accommodation[];
}

export interface Plan {
  readonly diploma?: Diploma;
  readonly family?: Regulation['family'];
  readonly start?: string;
  readonly minutes?: number;
  readonly paper?: Partial<Paper>;
  readonly otherPapers?: readonly Paper[];
  /** Who sits in B12, table by table from 1. */
  readonly sitters?: readonly Sitter[];
  /** Who sits in B07. */
  readonly others?: readonly Sitter[];
}

const usualSitters: readonly Sitter[] = ['Allard', 'Ben Salah', 'Caron', 'Diallo'].map((name) => ({ name }));

/** The number of the n-th candidate of a room. */
export function number(room: 'B12' | 'B07', table: number): CandidateId {
  return candidateId.of(`${room === 'B12' ? '20' : '30'}19${String(table).padStart(4, '0')}`);
}

export function paperOf(change: Partial<Paper>): Paper {
  return {
    id: french,
    diploma: 'bac-pro',
    specialities: [],
    code: 'E51',
    title: 'Français',
    form: 'written',
    durationMinutes: 240,
    coefficient: 250,
    scale: 20,
    optional: false,
    heldUntil: null,
    ...change,
  };
}

/** One exam day of a small centre, told as what its people say; ids and times are the same at each run. */
export class ExamDay {
  state: CentreState = emptyState;
  now: Instant;
  readonly statements: Statement[] = [];
  private count = 0;

  constructor(private readonly plan: Plan = {}) {
    this.now = at('07:00');
    const diploma = plan.diploma ?? 'bac-pro';
    const paper = paperOf({ diploma, durationMinutes: plan.minutes ?? 240, ...plan.paper });
    const papers = [paper, ...(plan.otherPapers ?? [])];
    const here = (plan.sitters ?? usualSitters).map((each, index) =>
      candidateOf(each, number('B12', index + 1), diploma),
    );
    const there = (plan.others ?? [{ name: 'Moreau' }]).map((each, index) =>
      candidateOf(each, number('B07', index + 1), diploma),
    );
    this.says(
      head,
      {
        kind: 'session.published',
        about: { session },
        data: {
          id: session,
          name: 'Session 2019',
          year: 2019,
          zone,
          authority: 'Académie des Cèdres',
          centre: { code: '0010001A', name: 'Lycée des Cèdres', town: 'Cèdreville' },
          demonstration: true,
        },
      },
      {
        kind: 'regulations.published',
        about: { session },
        data: { regulations: [{ ...national, diploma, family: plan.family ?? 'EN' }], specialities: [] },
      },
      { kind: 'papers.published', about: { session }, data: { papers } },
      {
        kind: 'sittings.published',
        about: { session },
        data: {
          sittings: [
            { id: sitting, day: examDay, start: plan.start ?? '09:00', papers: papers.map((each) => each.id) },
          ],
        },
      },
      {
        kind: 'rooms.published',
        about: { session },
        data: {
          rooms: [b12, b07].map((id) => ({
            id,
            name: `Salle ${id}`,
            building: null,
            rows: 5,
            columns: 6,
            off: [30],
            extraTime: false,
          })),
        },
      },
      {
        kind: 'candidates.published',
        about: { session },
        data: { source: 'liste simple', candidates: [...here, ...there] },
      },
      {
        kind: 'staff.published',
        about: { session },
        data: {
          people: [
            { id: head.person, familyName: 'Berthier', givenNames: 'Anne', roles: ['centreHead'], teaches: [] },
            { id: lead.person, familyName: 'Durand', givenNames: 'Paul', roles: ['roomLeadInvigilator'], teaches: [] },
            {
              id: invigilator.person,
              familyName: 'Evrard',
              givenNames: 'Léa',
              roles: ['invigilator'],
              teaches: ['TMEL'],
            },
            {
              id: otherLead.person,
              familyName: 'Faure',
              givenNames: 'Luc',
              roles: ['roomLeadInvigilator'],
              teaches: [],
            },
          ],
        },
      },
      {
        kind: 'seats.assigned',
        about: { day: examDay },
        data: {
          seats: [
            ...here.map(({ id }, index) => ({ candidate: id, seat: { room: b12, table: index + 1 } })),
            ...there.map(({ id }, index) => ({ candidate: id, seat: { room: b07, table: index + 1 } })),
          ],
        },
      },
    );
  }

  /** The clock moves on. */
  at(time: string): this {
    this.now = at(time);
    return this;
  }

  /** Why the commands would be refused, or null; nothing is said. */
  refusal(by: Actor, ...commands: readonly Command[]): Refusal | null {
    const decided = decide(commands, this.state, by, this.now);
    return decided.ok ? null : decided.error;
  }

  /** Says the commands and takes them in; a refusal is a fault of the test. */
  says(by: Actor, ...commands: readonly Command[]): readonly Statement[] {
    const decided = decide(commands, this.state, by, this.now);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
    const said = decided.value.map((draft) => this.statement(draft, by));
    this.take(said);
    return said;
  }

  /** What someone says on a machine that has seen nothing since `state`: concurrent with all that was said after. */
  saysFrom(state: CentreState, by: Actor, ...commands: readonly Command[]): readonly Statement[] {
    const decided = decide(commands, state, by, this.now);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
    return decided.value.map((draft) => this.statement(draft, by));
  }

  take(statements: readonly Statement[]): void {
    this.statements.push(...statements);
    this.state = apply(this.state, statements);
  }

  everyoneIn(room: 'B12' | 'B07' = 'B12'): readonly CandidateId[] {
    const sitters = room === 'B12' ? (this.plan.sitters ?? usualSitters) : (this.plan.others ?? [{ name: 'Moreau' }]);
    return sitters.map((_each, index) => number(room, index + 1));
  }

  /** Everything before the roll, then the roll: all present but those named. */
  called(absent: readonly CandidateId[] = []): this {
    this.says(head, team());
    this.says(lead, roomChecked());
    const present = this.everyoneIn().filter((each) => !absent.includes(each));
    if (present.length > 0) this.says(invigilator, attendance('present', ...present));
    if (absent.length > 0) this.says(invigilator, attendance('absent', ...absent));
    return this;
  }

  /** The roll, the notice, the envelope, and the subjects given out at the time on the board. */
  begun(absent: readonly CandidateId[] = [], time = this.plan.start ?? '09:00'): this {
    this.called(absent);
    this.says(lead, noticeRead(), envelopeChecked());
    this.at(time).says(lead, distributed(time));
    return this;
  }

  /** Ended, counted and signed; the report still open. */
  counted(scripts: number, blank: number, absentSheets: number): this {
    this.says(lead, paperEnded(this.now));
    this.says(lead, scriptsCounted(scripts, blank, absentSheets), signed(lead));
    return this;
  }

  closing(): CommandOf<'report.closed'> {
    const command = closingOf(this.state, sitting, b12, this.now, []);
    if (!command) throw new Error('the sitting is unknown');
    return command;
  }

  private statement(draft: Draft, by: Actor): Statement {
    this.count += 1;
    const { channel: _channel, ...said } = draft;
    return {
      ...said,
      id: entryId.of(scrambled(this.count)),
      at: { wall: this.now, logical: [this.now, this.count], zone, offset: null },
      by,
    };
  }
}

/** Sixty-four digits that do not follow the order of the count, as hashes do not. */
function scrambled(count: number): string {
  return (Math.imul(count, 2_654_435_761) >>> 0).toString(16).padStart(8, '0').repeat(8);
}

export function candidateOf(sitter: Sitter, id: CandidateId, diploma: Diploma = 'bac-pro'): Candidate {
  return {
    id,
    registration: null,
    familyName: sitter.name,
    usageName: null,
    givenNames: 'Camille',
    birthDate: day.of('2001-03-04'),
    division: sitter.division ?? null,
    category: null,
    ine: null,
    diploma,
    speciality: 'MELEC',
    teaching: null,
    accommodations: [...(sitter.accommodations ?? [])],
  };
}

export function team(others = [invigilator.person]): CommandOf<'invigilators.assigned'> {
  return { kind: 'invigilators.assigned', about: place, data: { lead: lead.person, others } };
}

export function roomChecked(points = [...roomCheckPoints], remark = ''): CommandOf<'room.checked'> {
  return { kind: 'room.checked', about: place, data: { points, remark } };
}

export function attendance(
  status: 'present' | 'absent',
  ...candidates: readonly CandidateId[]
): CommandOf<'attendance.recorded'> {
  return { kind: 'attendance.recorded', about: place, data: { status, candidates: [...candidates] } };
}

export function noticeRead(): CommandOf<'notice.read'> {
  return { kind: 'notice.read', about: place, data: {} };
}

export function envelopeChecked(fits = true, paper = french): CommandOf<'envelope.checked'> {
  const data = { sealed: true, labelMatches: fits, subjectMatches: fits, remark: '' };
  return { kind: 'envelope.checked', about: { ...place, paper }, data };
}

export function distributed(boardStart: string, paper = french, given = boardStart): CommandOf<'subjects.distributed'> {
  const data = { papers: [paper], boardStart: at(boardStart), distributedAt: at(given) };
  return { kind: 'subjects.distributed', about: place, data };
}

export function startCorrected(
  boardStart: string,
  instead: string,
  reason = 'mauvaise heure tapée',
): CommandOf<'start.corrected'> {
  const data = { boardStart: at(boardStart), instead: at(instead), distributedAt: at(instead), reason };
  return { kind: 'start.corrected', about: { ...place, paper: french }, data };
}

export function late(
  candidate: CandidateId,
  arrivedAt: string,
  forceMajeure = false,
): CommandOf<'latecomer.announced'> {
  const data = { arrivedAt: at(arrivedAt), explanation: 'train en retard', forceMajeure };
  return { kind: 'latecomer.announced', about: { ...place, candidate }, data };
}

export function lateDecided(candidate: CandidateId, granted: boolean): CommandOf<'latecomer.decided'> {
  return { kind: 'latecomer.decided', about: { ...place, candidate }, data: { granted, reason: 'train en retard' } };
}

export function goesOut(
  candidate: CandidateId,
  reason: CommandOf<'exit.started'>['data']['reason'],
  time: string,
  change: Partial<CommandOf<'exit.started'>['data']> = {},
): CommandOf<'exit.started'> {
  const data = { reason, at: at(time), accompaniedBy: 'Léa Evrard', sheetsTaken: true, ...change };
  return { kind: 'exit.started', about: { ...place, candidate }, data };
}

export function leaves(
  candidate: CandidateId,
  time: string,
  change: Partial<CommandOf<'candidate.left'>['data']> = {},
): CommandOf<'candidate.left'> {
  const data = { at: at(time), headerFilled: true, signed: true, ...change };
  return { kind: 'candidate.left', about: { ...place, candidate }, data };
}

export function paperEnded(moment: Instant, paper = french): CommandOf<'paper.ended'> {
  return { kind: 'paper.ended', about: { ...place, paper }, data: { at: moment } };
}

export function scriptsCounted(
  scripts: number,
  blank: number,
  absentSheets: number,
  typed = 0,
): CommandOf<'scripts.counted'> {
  return { kind: 'scripts.counted', about: { ...place, paper: french }, data: { scripts, blank, absentSheets, typed } };
}

export function signed(signer: Actor): CommandOf<'report.signed'> {
  const data = { at: instant.of(0), strokes: [[10, 10, 400, 120]] };
  return { kind: 'report.signed', about: { ...place, signer: signer.person }, data };
}

export function setAside(rule: string, reason = 'constaté par le chef de centre'): CommandOf<'rule.overridden'> {
  return { kind: 'rule.overridden', about: { rule, ...place }, data: { reason } };
}

export function withdraws(statement: Statement | undefined): CommandOf<'entry.withdrawn'> {
  if (!statement) throw new Error('nothing to take back');
  return { kind: 'entry.withdrawn', about: { entry: statement.id }, data: { reason: 'erreur de saisie' } };
}

export function unlisted(
  change: Partial<CommandOf<'candidate.admittedProvisionally'>['data']> = {},
): CommandOf<'candidate.admittedProvisionally'> {
  const data = {
    familyName: 'Ngo',
    givenNames: 'Linh',
    birthDate: null,
    diploma: 'bac-pro' as const,
    paper: french,
    table: 9,
    explanation: 'convocation présentée',
    ...change,
  };
  return {
    kind: 'candidate.admittedProvisionally',
    about: { ...place, candidate: candidateId.of('HL-1') },
    data,
  };
}
