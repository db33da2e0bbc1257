import { admissionKinds } from '../../../shared/exam/admission/kinds';
import { copyKinds } from '../../../shared/exam/copies/kinds';
import { grantKinds } from '../../../shared/exam/grants/kinds';
import { listKinds } from '../../../shared/exam/lists/kinds';
import { machineKinds } from '../../../shared/exam/machines/kinds';
import { paperKinds } from '../../../shared/exam/papers/kinds';
import { peopleKinds } from '../../../shared/exam/people/kinds';
import { roomKinds } from '../../../shared/exam/rooms/kinds';
import { sessionKinds } from '../../../shared/exam/session/kinds';
import { staffKinds } from '../../../shared/exam/staff/kinds';
import { channelText } from '../grants';
import { keyText, shortName } from '../machines';
import { roleWithin } from '../roles';
import { capital, counted, dateText } from '../times';
import { listed, remark, sentence } from './sentence';

const kinds = {
  ...sessionKinds,
  ...paperKinds,
  ...peopleKinds,
  ...listKinds,
  ...roomKinds,
  ...staffKinds,
  ...machineKinds,
  ...copyKinds,
  ...grantKinds,
  ...admissionKinds,
};

/** What is said of the session's preparation, of accesses, of what was taken back or set aside. */
export const officeSentences = {
  'session.published': sentence(
    kinds['session.published'],
    (_about, data) => `Session ouverte\u202F: ${data.name}, ${data.centre.name}`,
  ),
  'headquarters.named': sentence(
    kinds['headquarters.named'],
    (_about, { signingKeys }) =>
      `Siège reconnu par sa clé\u202F: ${listed(signingKeys.map(({ publicKey }) => keyText(publicKey)))}`,
  ),
  'regulations.published': sentence(
    kinds['regulations.published'],
    (_about, data) => `Règlements reçus\u202F: ${listed(data.regulations.map((each) => each.label))}`,
  ),
  'papers.published': sentence(
    kinds['papers.published'],
    (_about, { papers }) =>
      `${counted(papers.length, 'épreuve reçue', 'épreuves reçues')}\u202F: ${listed(papers.map((each) => each.title))}`,
  ),
  'sittings.published': sentence(
    kinds['sittings.published'],
    (_about, { sittings }, names) =>
      `Calendrier\u202F: ${counted(sittings.length, 'demi-journée', 'demi-journées')}, ${listed(sittings.map((each) => `${names.day(each.day)} ${each.start}`))}`,
  ),
  'paper.removed': sentence(
    kinds['paper.removed'],
    ({ paper }, _data, names) => `Épreuve retirée\u202F: ${names.paper(paper)}`,
  ),
  'sitting.removed': sentence(
    kinds['sitting.removed'],
    ({ sitting }, _data, names) => `Séance retirée du calendrier\u202F: ${names.sitting(sitting)}`,
  ),
  'candidates.handed': sentence(
    kinds['candidates.handed'],
    ({ device, candidates }, _data, names) =>
      `Liste remise au ${names.machine(device)}\u202F: ${counted(candidates.length, 'candidat', 'candidats')}`,
  ),
  'candidates.published': sentence(
    kinds['candidates.published'],
    (_about, data) =>
      `${counted(data.candidates.length, 'candidat inscrit', 'candidats inscrits')}${remark(data.source)}`,
  ),
  'candidates.struckOff': sentence(
    kinds['candidates.struckOff'],
    (_about, data, names) =>
      `${counted(data.candidates.length, 'candidat retiré', 'candidats retirés')} de la liste\u202F: ${listed(data.candidates.map((each) => names.candidate(each.id)))}`,
  ),
  'rooms.published': sentence(
    kinds['rooms.published'],
    (_about, { rooms }) =>
      `${counted(rooms.length, 'salle décrite', 'salles décrites')}\u202F: ${listed(rooms.map((each) => each.name))}`,
  ),
  'room.removed': sentence(
    kinds['room.removed'],
    ({ room }, _data, names) => `Salle retirée\u202F: ${names.room(room)}`,
  ),
  'seats.assigned': sentence(kinds['seats.assigned'], ({ day }, { seats }, names) => {
    const [only] = seats;
    if (seats.length === 1 && only) {
      const place = only.seat ? `${names.room(only.seat.room)}, place ${only.seat.table}` : 'sans place';
      return `${names.candidate(only.candidate)}\u202F: ${place}, le ${names.day(day)}`;
    }
    return `${counted(seats.length, 'place donnée', 'places données')} pour le ${names.day(day)}`;
  }),
  'staff.published': sentence(
    kinds['staff.published'],
    (_about, { people }) =>
      `Personnel\u202F: ${counted(people.length, 'personne', 'personnes')}, ${listed(people.map((each) => `${each.familyName.toLocaleUpperCase('fr')} ${each.givenNames}`))}`,
  ),
  'access.granted': sentence(
    kinds['access.granted'],
    ({ person }, { roles }, names) => `Code donné à ${names.person(person)} (${listed(roles.map(roleWithin))})`,
  ),
  'access.withdrawn': sentence(
    kinds['access.withdrawn'],
    ({ person }, { reason }, names) => `Accès retiré à ${names.person(person)}${remark(reason)}`,
  ),
  'machine.secured': sentence(kinds['machine.secured'], ({ device }, { how, backend }, names) =>
    how === 'keychain'
      ? `${capital(names.machine(device))}\u202F: la clé de ses données est gardée par le trousseau du système (${backend})`
      : `${capital(names.machine(device))}\u202F: sans trousseau de clés (${backend}), la clé de ses données est protégée par une phrase secrète`,
  ),
  'machine.keyChanged': sentence(kinds['machine.keyChanged'], ({ device }, { became, entries }, names) => {
    const those = counted(entries, 'saisie', 'saisies');
    return became === 'lost'
      ? `${capital(names.machine(device))}\u202F: clé des données perdue et remplacée, ${those} à relire avec le code de secours`
      : `${capital(names.machine(device))}\u202F: clé des données retrouvée, ${those} de nouveau lisibles`;
  }),
  'machine.cloneSettled': sentence(
    kinds['machine.cloneSettled'],
    ({ device }, { remark: said }, names) =>
      `${capital(names.machine(device))} cloné\u202F: constaté, les deux suites sont gardées${remark(said)}`,
  ),
  'safeCopy.configured': sentence(kinds['safeCopy.configured'], ({ device }, { kept, rooms }, names) => {
    const machine = `${capital(names.machine(device))}\u202F: `;
    if (!kept) return `${machine}fin des copies de secours`;
    return `${machine}copies de secours mises en place, nouveau code${rooms ? ', état des salles en clair à côté' : ''}`;
  }),
  'safeCopy.restored': sentence(
    kinds['safeCopy.restored'],
    ({ device }, { from, entries, added }, names) =>
      `${capital(names.machine(device))}\u202F: copie de secours du ${names.machine(from)} reprise, ${counted(entries, 'saisie', 'saisies')} dont ${counted(added, 'nouvelle', 'nouvelles')} ici`,
  ),
  'machine.listens': sentence(kinds['machine.listens'], ({ device }, { addresses }, names) =>
    addresses.length > 0
      ? `${capital(names.machine(device))}\u202F: sert de relais du centre`
      : `${capital(names.machine(device))}\u202F: ne sert plus de relais`,
  ),
  'admission.given': sentence(kinds['admission.given'], ({ device }, { name, rooms, replaces, changes }, names) => {
    const of = listed(rooms.map(names.room), 7);
    const whose = replaces === null ? '' : ` à la place du ${names.machine(replaces)}`;
    if (changes) return `Salles du poste ${name}${whose}\u202F: ${of || 'aucune'}`;
    const place = of === '' || of === name ? '' : `, pour ${of}`;
    return `Poste ${shortName(device)} admis au centre${whose}\u202F: ${name}${place}`;
  }),
  'admission.ended': sentence(
    kinds['admission.ended'],
    ({ device }, { reason }, names) => `${capital(names.machine(device))} écarté du centre${remark(reason)}`,
  ),
  'admission.codeSpent': sentence(
    kinds['admission.codeSpent'],
    ({ device }, { because }, names) =>
      `Code de jumelage du ${names.machine(device)} ${because === 'tries' ? 'annulé après cinq essais' : 'expiré sans avoir servi'}`,
  ),
  'grant.given': sentence(
    kinds['grant.given'],
    ({ device }, { reads, from, until }, names) =>
      `Droits du ${names.machine(device)}\u202F: lit ${listed(reads.map(channelText), 7)}, du ${dateText(from)} au ${dateText(until)}`,
  ),
  'grant.ended': sentence(
    kinds['grant.ended'],
    ({ device }, { reason }, names) => `Droits du ${names.machine(device)} retirés${remark(reason)}`,
  ),
  'entry.withdrawn': sentence(kinds['entry.withdrawn'], ({ entry }, { reason }, names) => {
    const undone = names.entry(entry);
    return `Annulation${undone ? ` de «\u202F${undone}\u202F»` : ''}${remark(reason)}`;
  }),
  'rule.overridden': sentence(
    kinds['rule.overridden'],
    ({ rule }, { reason }) => `Règle ${rule.replace('-', '\u2011')} écartée${remark(reason)}`,
  ),
};
