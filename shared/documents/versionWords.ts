import { displayName } from '../exam/people/names';
import { roomCheckPoints } from '../exam/rooms/kinds';
import type { Aspect, CentreState, Values } from '../exam/state';
import type { RoomId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { envelopeInWords } from './envelopeWords';
import { measuresInWords, personName, roomName, specialityLabel } from './facts';
import { count, enumerated, FIXED, length, longDay, NARROW, quoted, shortDay } from './french';

/** What the words of a version depend on. */
export interface Wording {
  readonly state: CentreState;
  hour(moment: Instant): string;
  /** The versions speak of several rooms, which are then told. */
  readonly several: boolean;
}

interface Words<V> {
  readonly title: string;
  value(value: V, wording: Wording): string;
}

function say<V>(title: string, value: Words<V>['value']): Words<V> {
  return { title, value };
}

/** How each aspect that can be contested is told: what it is about, and one version of it. */
export const words: { readonly [A in Aspect]?: Words<Values[A]> } = {
  attendance: say('Présence', ({ status, room }, wording) =>
    [status === 'present' ? 'présent' : 'absent', ...inRoom(room, wording)].join(', '),
  ),
  identity: say('Identité', (said, { hour }) =>
    said.outcome === 'checked' ? 'pièce vérifiée' : `sans pièce, à présenter avant ${hour(said.due)}`,
  ),
  identitySettled: say('Pièce d’identité', ({ outcome, document }) =>
    outcome === 'shown' ? `présentée, ${document}` : 'non présentée',
  ),
  latecomers: say('Retard', ({ arrivedAt, explanation, room }, wording) =>
    [`arrivé à ${wording.hour(arrivedAt)}`, ...some(explanation), ...inRoom(room, wording)].join(', '),
  ),
  latecomersDecided: say('Entrée tardive', ({ granted, reason }) =>
    [granted ? 'autorisée' : 'refusée', reason].join(', '),
  ),
  provisional: say('Admission hors liste', ({ room, table, ...person }, { state }) =>
    [
      displayName(person),
      ...(person.birthDate ? [`né le ${shortDay(person.birthDate)}`] : []),
      place(state, room, table),
    ].join(', '),
  ),
  provisionalSettled: say('Vérification de l’inscription', ({ outcome, remark }) =>
    [outcome === 'registered' ? 'inscrit' : 'non inscrit', ...some(remark)].join(', '),
  ),
  seatsAsked: say('Place demandée hors liste', ({ room, ...person }, { state }) =>
    [displayName(person), roomName(state, room)].join(', '),
  ),
  seatsDenied: say('Réponse à la place demandée', ({ reason }) => `refusée, ${reason}`),
  departures: say('Départ', ({ at, headerFilled, signed, room }, wording) =>
    [
      `parti à ${wording.hour(at)}`,
      ...(headerFilled ? [] : ['en-tête non rempli']),
      ...(signed ? [] : ['sans avoir signé']),
      ...inRoom(room, wording),
    ].join(', '),
  ),
  noticesShown: say('Aménagements notifiés', (measures) => measuresInWords(measures)),
  registrations: say('Inscription', ({ status, candidate }, { state }) =>
    status === 'gone'
      ? 'retiré de la liste'
      : [
          `inscrit, né le ${shortDay(candidate.birthDate)}`,
          specialityLabel(state, candidate.speciality),
          ...some(candidate.division ?? ''),
          ...some(measuresInWords(candidate.accommodations)),
        ].join(', '),
  ),
  seats: say('Place', (seat, { state }) => (seat ? place(state, seat.room, seat.table) : 'sans place')),
  exitsEnded: say('Retour en salle', ({ at }, { hour }) => `revenu à ${hour(at)}`),
  roomChecks: say('Contrôle de la salle', ({ points, remark }) =>
    [`${count(points.length, 'point')} sur ${roomCheckPoints.length}`, ...some(remark)].join(', '),
  ),
  observations: say('Observations', ({ text }) => (text === '' ? 'aucune' : quoted(text))),
  incidentsDecided: say('Réponse à un incident', ({ decision, say: words }) =>
    decision === ''
      ? 'lu, rien à décider'
      : [quoted(decision), ...(words ? [`à dire${NARROW}: ${quoted(words)}`] : [])].join(', '),
  ),
  reports: say('Clôture du procès-verbal', (report, { hour }) => (report ? `clos à ${hour(report.at)}` : 'rouvert')),
  teams: say('Équipe de surveillance', ({ lead, others }, { state }) =>
    enumerated([`${personName(state, lead)}, responsable`, ...others.map((each) => personName(state, each))]),
  ),
  envelopes: say('Enveloppe des sujets', envelopeInWords),
  starts: say('Début', ({ boardStart, distributedAt }, { hour }) =>
    [
      `commencée à ${hour(boardStart)}`,
      ...(distributedAt === boardStart ? [] : [`sujets distribués à ${hour(distributedAt)}`]),
    ].join(', '),
  ),
  ends: say('Fin', ({ at }, { hour }) => `finie à ${hour(at)}`),
  scriptCounts: say('Compte des copies', ({ scripts, blank, absentSheets, typed }) =>
    [
      count(scripts, 'copie'),
      count(blank, 'blanche'),
      count(absentSheets, 'absent'),
      ...(typed > 0 ? [`${typed}${FIXED}à l’ordinateur`] : []),
    ].join(', '),
  ),
  signatures: say('Signature', ({ at }, { hour }) => `signé à ${hour(at)}`),
  rooms: say('Description', (room) =>
    room
      ? [
          room.name,
          ...some(room.building ?? ''),
          `${room.rows} rangs de ${room.columns}`,
          count(room.off.length, 'table écartée', 'tables écartées'),
        ].join(', ')
      : 'salle retirée',
  ),
  papers: say('Épreuve', (paper) =>
    paper ? [`${paper.code} ${paper.title}`, length(paper.durationMinutes)].join(', ') : 'épreuve retirée',
  ),
  sittings: say('Séance', (sitting) =>
    sitting
      ? [
          `${longDay(sitting.day)} à ${sitting.start.replace(':', `${FIXED}h${FIXED}`)}`,
          count(sitting.papers.length, 'épreuve'),
        ].join(', ')
      : 'séance retirée',
  ),
  staff: say('Fiche', (person) => [displayName(person), ...some(person.teaches.join(', '))].join(', ')),
  regulations: say('Règlement', ({ label, latecomerMinutes, noExitMinutes }) =>
    [label, `retards ${length(latecomerMinutes)}`, `sorties après ${length(noExitMinutes)}`].join(', '),
  ),
  specialities: say('Spécialité', ({ code, label }) => `${code} ${label}`),
  access: say('Accès', (access) =>
    access ? count(access.roles.length, 'fonction ouverte', 'fonctions ouvertes') : 'retiré',
  ),
  session: say('Session', ({ name, centre }) => [name, centre.name].join(', ')),
};

function some(text: string): readonly string[] {
  return text.trim() === '' ? [] : [text.trim()];
}

function inRoom(room: RoomId, { state, several }: Wording): readonly string[] {
  return several ? [roomName(state, room)] : [];
}

function place(state: CentreState, room: RoomId, table: number): string {
  return `${roomName(state, room)}, table${FIXED}${table}`;
}
