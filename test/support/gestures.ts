import type { CommandOf } from '../../shared/exam/catalogue';
import type { Message } from '../../shared/exam/messages/messages';
import { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import { type CandidateId, candidateId, type EntryId, messageId, type RoomId } from '../../shared/kernel/ids';
import { type Instant, instant } from '../../shared/kernel/instant';
import type { Actor, Statement } from '../../shared/kernel/statement';
import { at, b12, french, invigilator, lead, sitting } from './cast';

const place = { sitting, room: b12 };

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

export function incident(
  category: CommandOf<'incident.recorded'>['data']['category'],
  time: string,
  text: string,
): CommandOf<'incident.recorded'> {
  return { kind: 'incident.recorded', about: place, data: { category, at: at(time), candidates: [], text } };
}

/** What a head answers to an incident; without words, it was read and there is nothing to decide. */
export function answered(
  reported: Pick<Statement, 'id'> | undefined,
  decision = '',
  say = '',
): CommandOf<'incident.decided'> {
  if (!reported) throw new Error('nothing was reported');
  return { kind: 'incident.decided', about: { ...place, incident: reported.id }, data: { decision, say } };
}

/** A room's word that it has seen what an entry decided. */
export function decisionSeen(
  entry: EntryId | undefined,
  by: Actor,
  now: Instant,
  room = b12,
  aloud = true,
): CommandOf<'decision.seen'> {
  if (!entry) throw new Error('nothing was decided');
  return { kind: 'decision.seen', about: { sitting, room, entry, person: by.person }, data: { at: now, aloud } };
}

/** An erratum of headquarters', to be read aloud. */
export function messageSent(
  time: string,
  change: Partial<CommandOf<'message.sent'>['data']> = {},
): CommandOf<'message.sent'> {
  const data = {
    at: at(time),
    subject: 'erratum' as const,
    title: 'Question 3',
    text: 'Lire « 25 kg » au lieu de « 35 kg ».',
    papers: [french],
    readOut: true,
    ...change,
  };
  return { kind: 'message.sent', about: { message: messageId.of('erratum-1') }, data };
}

export function messageWithdrawn(time: string): CommandOf<'message.withdrawn'> {
  const data = { at: at(time), reason: 'envoyé par erreur' };
  return { kind: 'message.withdrawn', about: { message: messageId.of('erratum-1') }, data };
}

export function messageRead(
  { id, entries }: Pick<Message, 'id' | 'entries'>,
  by: Actor,
  now: Instant,
  room: RoomId | null,
): CommandOf<'message.acknowledged'> {
  const about = { message: id, sitting: room && sitting, room, person: by.person };
  return { kind: 'message.acknowledged', about, data: { at: now, read: [...entries] } };
}
