import { type ExitReason, type IncidentCategory, incidentKinds } from '../../../shared/exam/incidents/kinds';
import { roomKinds } from '../../../shared/exam/rooms/kinds';
import { scriptKinds } from '../../../shared/exam/scripts/kinds';
import { timingKinds } from '../../../shared/exam/timing/kinds';
import { counted } from '../times';
import { listed, remark, sentence } from './sentence';

const kinds = { ...timingKinds, ...incidentKinds, ...scriptKinds, ...roomKinds };

/** Why someone goes out for a while. */
export const exitReasonText: Readonly<Record<ExitReason, string>> = {
  accommodation: 'aménagement',
  illness: 'malaise ou maladie',
  necessity: 'nécessité absolue',
  toilet: 'toilettes',
};

/** What an incident is about. */
export const incidentText: Readonly<Record<IncidentCategory, string>> = {
  subject: 'sujet',
  fraud: 'suspicion de fraude',
  disruption: 'trouble',
  health: 'santé',
  premises: 'locaux',
  other: 'autre',
};

/** What is said of a room's procedure, from the check to the sealed report. */
export const procedureSentences = {
  'room.checked': sentence(
    kinds['room.checked'],
    (_about, data) =>
      `Salle contrôlée\u202F: ${counted(data.points.length, 'point vérifié', 'points vérifiés')}${remark(data.remark)}`,
  ),
  'notice.read': sentence(kinds['notice.read'], () => 'Notice lue aux candidats'),
  'envelope.checked': sentence(kinds['envelope.checked'], ({ paper }, data, names) => {
    const fits = data.sealed && data.labelMatches && data.subjectMatches;
    return `Enveloppe de ${names.paper(paper)}\u202F: ${fits ? 'conforme' : 'non conforme'}${remark(data.remark)}`;
  }),
  'subjects.distributed': sentence(
    kinds['subjects.distributed'],
    (_about, data, names) =>
      `Sujets distribués, début inscrit au tableau ${names.hour(data.boardStart)}\u202F: ${listed(data.papers.map(names.paper))}`,
  ),
  'start.corrected': sentence(
    kinds['start.corrected'],
    ({ paper }, data, names) =>
      `Début au tableau corrigé\u202F: ${names.hour(data.boardStart)} au lieu de ${names.hour(data.instead)} (${names.paper(paper)})${remark(data.reason)}`,
  ),
  'paper.ended': sentence(
    kinds['paper.ended'],
    ({ paper }, { at }, names) => `Fin de ${names.paper(paper)} à ${names.hour(at)}, copies ramassées`,
  ),
  'candidate.left': sentence(
    kinds['candidate.left'],
    ({ candidate }, data, names) =>
      `${names.candidate(candidate)} rend sa copie et quitte la salle à ${names.hour(data.at)}${data.signed ? '' : ', sans avoir émargé'}`,
  ),
  'exit.started': sentence(
    kinds['exit.started'],
    ({ candidate }, data, names) =>
      `${names.candidate(candidate)} sort à ${names.hour(data.at)} (${exitReasonText[data.reason]})${data.accompaniedBy ? `, avec ${data.accompaniedBy}` : ''}`,
  ),
  'exit.ended': sentence(kinds['exit.ended'], ({ exit }, { at }, names) => {
    const who = names.whoWentOut(exit);
    return who === null ? `Retour en salle à ${names.hour(at)}` : `${who} revient en salle à ${names.hour(at)}`;
  }),
  'incident.recorded': sentence(kinds['incident.recorded'], (_about, data, names) => {
    const who = data.candidates.length === 0 ? '' : `, ${listed(data.candidates.map(names.candidate))}`;
    return `Incident (${incidentText[data.category]}${who})\u202F: ${data.text}`;
  }),
  'incident.decided': sentence(kinds['incident.decided'], (_about, { decision, say }) =>
    decision === ''
      ? 'Incident lu\u202F: rien à décider'
      : `Réponse à un incident\u202F: ${decision}${say ? ` À dire\u202F: «\u202F${say}\u202F»` : ''}`,
  ),
  'observation.written': sentence(
    kinds['observation.written'],
    (_about, { text }) => `Observations de la salle${text ? `\u202F: ${text}` : ' effacées'}`,
  ),
  'scripts.counted': sentence(
    kinds['scripts.counted'],
    ({ paper }, data, names) =>
      `Copies de ${names.paper(paper)}\u202F: ${counted(data.scripts, 'copie', 'copies')}, ${counted(data.blank, 'blanche', 'blanches')}, ${counted(data.absentSheets, 'absent', 'absents')}`,
  ),
  'report.signed': sentence(
    kinds['report.signed'],
    ({ signer }, { at }, names) => `Procès-verbal signé par ${names.person(signer)} à ${names.hour(at)}`,
  ),
  'report.closed': sentence(
    kinds['report.closed'],
    (_about, { at }, names) => `Procès-verbal scellé à ${names.hour(at)}`,
  ),
  'report.reopened': sentence(
    kinds['report.reopened'],
    (_about, { reason }) => `Procès-verbal rouvert${remark(reason)}`,
  ),
  'invigilators.assigned': sentence(
    kinds['invigilators.assigned'],
    (_about, { lead, others }, names) =>
      `Équipe de la salle\u202F: ${names.person(lead)}, responsable${others.length > 0 ? `, avec ${listed(others.map(names.person))}` : ''}`,
  ),
};
