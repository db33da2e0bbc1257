import { expect, test } from 'vitest';
import { wordsFor } from '../../../renderer/decisions/reading';
import { whatWas, whatWasBriefly } from '../../../renderer/decisions/whatWas';
import type { Decision } from '../../../shared/exam/decisions/decisions';
import type { Matter } from '../../../shared/exam/decisions/matters';
import type { EntryId } from '../../../shared/kernel/ids';
import { at, b07, b12, french, head, lead, number, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { incident, late, lateDecided } from '../../support/gestures';

const caron = number('B12', 3);
const day = new ExamDay().begun([caron]).at('09:10');
const [reported] = day.says(lead, incident('subject', '09:10', 'Page 3 illisible'));
day.says(lead, late(caron, '09:10'));
const [admission] = day.at('09:12').says(head, lateDecided(caron, true));
if (!reported || !admission) throw new Error('nothing was said');

const inB07 = { room: b07, table: 5 };
const inB12 = { room: b12, table: 6 };
const candidate = caron;

/** Every matter a room may be told, and what it reads; the narrow spaces are told apart in the sentences themselves. */
const told: readonly (readonly [Matter, string, string | null])[] = [
  [
    { kind: 'latecomer', candidate, granted: true, reason: 'car en panne' },
    'CARON Camille (table 3) entre et compose. Notez sa présence.',
    'Le chef de centre vous autorise à entrer. Votre épreuve finit à 13 h 00.',
  ],
  [
    { kind: 'latecomer', candidate, granted: false, reason: 'sans motif' },
    'CARON Camille (table 3) n’entre pas et sera porté absent.',
    'Le chef de centre ne vous autorise pas à entrer. Adressez-vous au secrétariat d’examen.',
  ],
  [
    { kind: 'offTheList', candidate, table: 9 },
    'Installez CARON Camille à la table 9. Il signe la feuille d’émargement.',
    'Vous composez sous réserve de la vérification de votre inscription.',
  ],
  [
    { kind: 'sentOn', candidate, to: inB07 },
    'Faites conduire CARON Camille en salle B07, table 5.',
    'Vous composez en salle B07, table 5, sous réserve de la vérification de votre inscription.',
  ],
  [
    { kind: 'seatDenied', candidate, reason: 'aucune convocation' },
    'CARON Camille ne compose pas dans le centre : aucune convocation.',
    'Le chef de centre ne peut pas vous admettre à composer. Il vous attend à son bureau.',
  ],
  [
    { kind: 'registration', candidate, registered: true },
    'CARON Camille (table 3) est inscrit : sa copie rejoint celles des autres candidats.',
    'Votre inscription est vérifiée.',
  ],
  [
    { kind: 'registration', candidate, registered: false },
    'CARON Camille (table 3) n’est pas inscrit. Laissez-le composer ; sa copie reste à part.',
    null,
  ],
  [
    { kind: 'moved', candidate, from: inB12, to: inB07 },
    'Faites conduire CARON Camille en salle B07, table 5.',
    'Vous composez en salle B07, table 5.',
  ],
  [
    { kind: 'moved', candidate, from: inB07, to: inB12 },
    'CARON Camille vient de la salle B07 : installez-le à la table 6.',
    'Votre place est la table 6.',
  ],
  [
    { kind: 'moved', candidate, from: null, to: inB12 },
    'CARON Camille s’installe à la table 6.',
    'Votre place est la table 6.',
  ],
  [
    { kind: 'moved', candidate, from: inB12, to: null },
    'CARON Camille n’a plus de place dans cette salle : demandez au chef de centre où le conduire.',
    null,
  ],
  [
    { kind: 'measures', candidate, measures: [{ kind: 'extraTime', minutesPerHour: 20 }] },
    'CARON Camille (table 3) : temps majoré d’un tiers. Fin de son épreuve : 13 h 00.',
    'Votre épreuve finit à 13 h 00.',
  ],
  [
    { kind: 'struckOff', candidate },
    'CARON Camille (table 3) n’est plus sur la liste. S’il est là, il compose sous réserve de vérification.',
    null,
  ],
  [
    { kind: 'start', paper: french, boardStart: at('09:15') },
    'Au tableau, pour « Français » : début 9 h 15, fin 13 h 00.',
    'L’épreuve de « Français » a commencé à 9 h 15. Elle finit à 13 h 00.',
  ],
  [
    { kind: 'duration', paper: french, minutes: 255, instead: 240 },
    '« Français » dure 4 h 15 au lieu de 4 h. Corrigez l’heure de fin au tableau.',
    'L’épreuve de « Français » dure 4 h 15. Elle finit à 13 h 00.',
  ],
  [
    { kind: 'hour', start: '09:30', instead: '09:00' },
    'Les épreuves commencent à 9 h 30 au lieu de 9 h 00.',
    'Les épreuves commencent à 9 h 30.',
  ],
  [{ kind: 'team', lead: lead.person, others: [] }, 'Responsable : DURAND Paul.', null],
  [
    { kind: 'incident', incident: reported.id, decision: 'Donnez le sujet de réserve.', say: '' },
    'Donnez le sujet de réserve.',
    null,
  ],
  [
    { kind: 'incident', incident: reported.id, decision: 'Remplacez l’exemplaire.', say: 'Voici votre sujet.' },
    'Remplacez l’exemplaire.',
    'Voici votre sujet.',
  ],
  [
    { kind: 'incident', incident: reported.id, decision: '', say: '' },
    'Il n’y a plus rien à faire : la réponse d’avant ne compte plus.',
    null,
  ],
  [{ kind: 'incident', incident: admission.id, decision: 'Notez l’heure.', say: '' }, 'Notez l’heure.', null],
  [{ kind: 'reopened' }, 'Corrigez-le, faites-le signer et fermez-le à nouveau.', null],
  [
    { kind: 'settled', aspect: 'latecomersDecided', scope: sitting, key: caron },
    'Entrée tardive de CARON Camille : autorisée, train en retard.',
    null,
  ],
];

function decision(matter: Matter, takenBack = false): Decision {
  const place = { entry: admission?.id ?? reported?.id, sitting, room: b12 };
  if (!place.entry) throw new Error('nothing was said');
  const said = { by: head.person, role: head.role, at: at('09:12'), seen: null, over: false };
  return { ...place, entry: place.entry, ...said, matters: [matter], takenBack };
}

/** Sentences are compared by their words: which of the fixed spaces stands where is told by the eye. */
function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ');
}

test.each(told)('%o: what the room does, and what it says', (matter, act, say) => {
  const [word] = wordsFor(day.state, decision(matter));
  expect(plain(word?.act ?? '')).toBe(act);
  expect(plain(word?.say ?? '')).toBe(say ?? '');
  expect(word?.act).not.toMatch(/ [:;!?»]|« /);
});

test('an answer says to which incident, and that it was taken back since', () => {
  const about = (incident: EntryId) =>
    wordsFor(day.state, decision({ kind: 'incident', incident, decision: 'Notez l’heure.', say: '' }))[0];
  expect(plain(about(reported.id)?.title ?? '')).toBe('Réponse à un incident · sujet');
  expect(plain(about(reported.id)?.about ?? '')).toBe('À propos de « Page 3 illisible »');
  expect(about(admission.id)?.about).toBe('À propos d’un incident retiré depuis.');
});

test('an answer in a clause has no full stop inside; in a list it is cut between two words', () => {
  const answer = (said: string, say: string) =>
    decision({ kind: 'incident', incident: reported.id, decision: said, say });
  expect(plain(whatWas(day.state, answer('Remplacez l’exemplaire.', 'Voici votre sujet.')))).toBe(
    'incident « Page 3 illisible » : Remplacez l’exemplaire ; à dire : « Voici votre sujet »',
  );
  expect(plain(whatWas(day.state, answer('', '')))).toBe('incident « Page 3 illisible » : plus rien à faire');
  expect(plain(whatWasBriefly(day.state, answer('Notez l’heure.', '')))).toBe(
    'incident « Page 3 illisible » : Notez l’heure',
  );
  const long = whatWasBriefly(day.state, answer('Relevez les feuilles une à une. '.repeat(12).trim(), ''));
  expect(long).toMatch(/ (Relevez|les|feuilles|une|à|une\.)…$/);
  expect(long.length).toBeLessThan(183);
});

test('what is taken back is told as such, and said again to whoever was told', () => {
  const taken = (granted: Matter) => wordsFor(day.state, decision(granted, true))[0];
  const admitted = taken({ kind: 'latecomer', candidate, granted: true, reason: 'car en panne' });
  expect(plain(admitted?.title ?? '')).toBe('Annulé : entrée tardive autorisée');
  expect(admitted?.say).toBe('La décision qui vous a été annoncée est annulée.');
  expect(taken({ kind: 'registration', candidate, registered: false })?.say).toBe(null);
});
