import { attendanceKinds } from '../../../shared/exam/attendance/kinds';
import { peopleKinds } from '../../../shared/exam/people/kinds';
import { measureText } from '../measures';
import { counted } from '../times';
import { listed, remark, sentence } from './sentence';

const kinds = { ...attendanceKinds, ...peopleKinds };

/** What is said of the candidates of a room: who is there, who they are, who came late. */
export const attendanceSentences = {
  'attendance.recorded': sentence(kinds['attendance.recorded'], (_about, { status, candidates }, names) => {
    const word = status === 'present' ? 'présent' : 'absent';
    const [only] = candidates;
    if (candidates.length === 1 && only) return `${names.candidate(only)}\u202F: ${word}`;
    return `${counted(candidates.length, `candidat ${word}`, `candidats ${word}s`)}\u202F: ${listed(candidates.map(names.candidate))}`;
  }),
  'identity.recorded': sentence(kinds['identity.recorded'], ({ candidate }, data, names) =>
    data.outcome === 'checked'
      ? `${names.candidate(candidate)}\u202F: identité vérifiée`
      : `${names.candidate(candidate)} n’a pas de pièce d’identité, à présenter avant ${names.due(data.due)}`,
  ),
  'identity.settled': sentence(kinds['identity.settled'], ({ candidate }, data, names) =>
    data.outcome === 'shown'
      ? `${names.candidate(candidate)} a présenté une pièce d’identité${remark(data.document)}${remark(data.remark)}`
      : `${names.candidate(candidate)} n’a pas présenté de pièce d’identité${remark(data.remark)}`,
  ),
  'latecomer.announced': sentence(
    kinds['latecomer.announced'],
    ({ candidate }, { arrivedAt, explanation }, names) =>
      `${names.candidate(candidate)} arrive en retard à ${names.hour(arrivedAt)} et demande à entrer${remark(explanation)}`,
  ),
  'latecomer.decided': sentence(
    kinds['latecomer.decided'],
    ({ candidate }, { granted, reason }, names) =>
      `Entrée tardive de ${names.candidate(candidate)} ${granted ? 'autorisée' : 'refusée'}${remark(reason)}`,
  ),
  'candidate.admittedProvisionally': sentence(
    kinds['candidate.admittedProvisionally'],
    (_about, data, names) =>
      `${data.familyName.toLocaleUpperCase('fr')} ${data.givenNames}, hors liste, compose sous réserve place ${data.table} (${names.paper(data.paper)})${remark(data.explanation)}`,
  ),
  'seat.asked': sentence(
    kinds['seat.asked'],
    (_about, data, names) =>
      `${data.familyName.toLocaleUpperCase('fr')} ${data.givenNames}, hors liste, n’a pas de table ici\u202F: place demandée au chef de centre (${names.paper(data.paper)})${remark(data.explanation)}`,
  ),
  'seat.denied': sentence(
    kinds['seat.denied'],
    ({ candidate }, { reason }, names) => `Place refusée à ${names.candidate(candidate)}, hors liste${remark(reason)}`,
  ),
  'provisional.settled': sentence(kinds['provisional.settled'], ({ candidate }, data, names) =>
    data.outcome === 'registered'
      ? `Inscription de ${names.candidate(candidate)} confirmée${remark(data.remark)}`
      : `${names.candidate(candidate)} n’était pas inscrit${remark(data.remark)}`,
  ),
  'accommodations.shown': sentence(
    kinds['accommodations.shown'],
    ({ candidate }, { measures, notice }, names) =>
      `${names.candidate(candidate)} présente une notification d’aménagement\u202F: ${listed(measures.map(measureText))}${remark(notice)}`,
  ),
};
