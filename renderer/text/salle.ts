import { displayName, isNamedByNumber, listedFamilyName } from '../../shared/exam/people/names';
import type { Tally } from '../../shared/exam/rooms/tally';
import type { SeatStatus } from '../salle/room/status';
import { counted } from './times';

/** The sentences of the room's desk: the plan, the list, what remains to be seen to, finding somebody. */
export const salleText = {
  board: 'Tableau',
  place: 'Place',
  plan: 'Plan de la salle',
  list: 'Liste d’appel',
  planOrList: 'Montrer la salle par',
  planLabel: (room: string) => `Plan, ${room}`,
  planKeys: 'Flèches pour se déplacer, Espace pour marquer, Entrée pour la fiche.',
  tableOff: 'hors service',
  tableFree: 'libre',
  beyond: 'Places hors du plan',
  openSheet: (name: string) => `Fiche de ${name}`,
  asPlan: 'Plan',
  asList: 'Liste',
  mark: 'Marquer',
  everybodyHere: 'Tout le monde est présent',
  everybodyElseHere: 'Tous les autres sont présents',
  moreUnmarked: (count: number) => `et ${count} autres à marquer`,
  neverShown: 'pièce d’identité jamais présentée',
  struckOff: 'rayé de la liste depuis',
  identitySeen: 'pièce vue',
  toSee: 'Reste à voir',
  nothingToSee: 'Rien ne reste en suspens.',
  notYetHere: 'pas encore là',
  offTheList: 'Hors liste',
  admit: 'Admettre sous réserve',
  admitNote: 'Compose, émarge, inscription vérifiée ensuite (R‑062).',
  /** « présent (M. A) ou absent (Mme B), le chef de centre tranche » */
  versions: (said: readonly { readonly status: 'present' | 'absent'; readonly by: string }[]) =>
    `${said.map(({ status, by }) => `${status === 'present' ? 'présent' : 'absent'} (${by})`).join(' ou ')}, le chef de centre tranche`,
  lateAsked: 'entrée tardive demandée au chef de centre',
  lateGranted: 'entrée tardive accordée',
  lateRefused: 'entrée tardive refusée',
  verifyRegistration: 'inscription à vérifier (R‑062)',
  owed: (when: string) => `sans pièce d’identité · à présenter avant ${when}`,
  counts: (tally: Tally) =>
    [
      counted(tally.present, 'présent', 'présents'),
      counted(tally.absent, 'absent', 'absents'),
      tally.unmarked > 0 ? `${tally.unmarked} à marquer` : '',
      tally.contested > 0 ? `${tally.contested} à trancher` : '',
    ]
      .filter((each) => each)
      .join(' · '),
  number: 'N°',
  name: 'Nom et prénoms',
  measures: 'Aménagements',
  status: 'Présence',
  paper: 'Épreuve',
};

const words: Record<Exclude<SeatStatus['kind'], 'settle'>, string> = {
  unmarked: '',
  present: 'présent',
  absent: 'absent',
  left: 'parti',
  out: 'sorti',
};

const settleWords: Record<Extract<SeatStatus, { kind: 'settle' }>['what'], string> = {
  contested: 'deux versions',
  identity: 'identité',
  late: 'en retard',
};

/** The word of a seat's status, empty while nothing was said. */
export function statusWord(status: SeatStatus): string {
  return status.kind === 'settle' ? settleWords[status.what] : words[status.kind];
}

const shapes: Record<SeatStatus['kind'], string> = {
  unmarked: '',
  present: '●',
  absent: '○',
  left: '◇',
  out: '◐',
  settle: '▲',
};

/** The shape beside the colour, so that no meaning hangs on colour alone. */
export function statusShape(status: SeatStatus): string {
  return shapes[status.kind];
}

/** « Ilyès BEN SALAH »; « candidat n° 2019 » of whom only the number is known here. */
export function listedName(person: { readonly familyName: string; readonly givenNames: string }): string {
  if (isNamedByNumber(person)) return displayName(person);
  return `${person.givenNames} ${listedFamilyName(person)}`;
}
