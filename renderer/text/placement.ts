import { sitsApart } from '../../shared/allocation/day';
import type { MoveFault } from '../../shared/allocation/moves';
import type { Unplaced } from '../../shared/allocation/request';
import type { Candidate } from '../../shared/exam/people/kinds';
import { displayName } from '../../shared/exam/people/names';
import type { DayPlacement, WhyUnplaced } from '../preparation/placement/dayPlacement';
import type { Outcome } from '../preparation/placement/usePlacementGestures';
import { candidatesCounted, counted, inFigures, roomTitle } from './preparation';

export const placementText = {
  title: 'Placement',
  day: 'Jour d’examen',
  noDayTitle: 'Aucune épreuve au calendrier',
  noDay: 'Le placement se fait jour par jour. Ajoutez d’abord les épreuves et leurs séances.',
  toCalendar: 'Ouvrir les épreuves',
  noRoomTitle: 'Aucune salle où placer les candidats',
  noRoom: 'Ajoutez au moins une salle, avec ses rangées et ses tables.',
  toRooms: 'Ouvrir les salles',
  nobodyTitle: 'Aucun candidat attendu ce jour',
  nobody:
    'Les séances de ce jour n’ont aucune épreuve écrite ou pratique pour les spécialités inscrites. Vérifiez les épreuves.',
  expected: (count: number) => (count < 2 ? 'attendu' : 'attendus'),
  placed: (count: number) => (count < 2 ? 'placé' : 'placés'),
  unplaced: 'sans place',
  free: (count: number) => (count < 2 ? 'table libre' : 'tables libres'),
  allocate: 'Répartir',
  allocateAgain: 'Répartir à nouveau',
  rooms: 'Salles',
  bySpeciality: 'Par spécialité',
  filled: (taken: number, usable: number) => `${inFigures(taken)} sur ${inFigures(usable)}`,
  unplacedTitle: 'Sans place',
  nobodyUnplaced: 'Tous les candidats attendus ont une table.',
  seatLate: 'Placer sans déplacer personne',
  seatAllLate: 'Placer tous sans déplacer personne',
  search: 'Trouver un candidat',
  noMatch: 'Aucun candidat attendu ce jour ne correspond.',
  board: 'Tableau',
  plan: (room: string) => `Plan de la salle ${room}`,
  help: 'Entrée ou Espace prend un candidat ; flèches, puis Entrée pour le poser ; Échap pour renoncer.',
  table: 'Table',
  freeSeat: 'libre',
  held: (name: string) => `${name} est en main`,
  heldHelp: 'Choisissez une table : libre pour l’y asseoir, occupée pour échanger. Une autre salle s’ouvre à gauche.',
  heldHelpUnplaced: 'Choisissez une table libre. Une autre salle s’ouvre à gauche.',
  drop: 'Reposer',
  takeAway: 'Retirer sa place',
  wrongKind: '▲ salle ordinaire',
  off: 'hors service',
  seatHere: 'asseoir ici',
  swapWith: (name: string) => `échanger avec ${name}`,
  specialitiesHere: (count: number) => counted(count, 'spécialité', 'spécialités'),
  gridHelp: 'Flèches pour se déplacer, Entrée pour prendre ou poser, Suppr pour retirer une place.',
  found: (count: number) => counted(count, 'candidat trouvé', 'candidats trouvés'),
  more: (count: number) => `et ${counted(count, 'autre', 'autres')} : précisez le nom`,
  at: (room: string, table: number) => `${roomTitle(room)}, table ${table}`,
  preview: {
    title: (day: string) => `Répartition du ${day}`,
    order:
      'Par spécialité puis par nom, un candidat par table, temps majoré à part. La place vaut pour toute la journée.',
    already: 'Places déjà attribuées',
    keep: 'Les garder',
    keepHint: 'Seuls les candidats sans place en reçoivent une.',
    fresh: 'Tout répartir à nouveau',
    freshHint: 'Les places changent, les convocations déjà envoyées peuvent devenir fausses.',
    placedNow: (count: number) => (count < 2 ? 'nouvelle place' : 'nouvelles places'),
    moved: (count: number) => (count < 2 ? 'change de table' : 'changent de table'),
    kept: (count: number) => (count < 2 ? 'garde sa table' : 'gardent leur table'),
    unplaced: (count: number) => (count < 2 ? 'reste sans place' : 'restent sans place'),
    nothing: 'Cette répartition ne change rien.',
    apply: 'Appliquer cette répartition',
    changes: 'Places qui changent',
    none: 'sans place',
  },
} as const;

/** Why a candidate has no table, as one short sentence. */
export function whyUnplaced(because: WhyUnplaced): string {
  switch (because.kind) {
    case 'notPlaced':
      return 'Pas encore placé';
    case 'roomGone':
      return 'Sa salle a été retirée';
    case 'roomContested':
      return `${roomTitle(because.name)} à trancher\u202F: deux descriptions`;
    case 'tableUnusable':
      return `Salle ${because.room.name} : la table ${because.table} est hors service`;
    case 'tableShared':
      return `Salle ${because.room.name} : la table ${because.table} est aussi celle de ${because.with.familyName}`;
    case 'contested':
      return 'Deux places différentes ont été enregistrées : choisissez la bonne';
  }
}

/** What the last gesture came to, as one sentence. */
export function outcomeInWords(outcome: Outcome, placement: DayPlacement): string {
  switch (outcome.kind) {
    case 'seated': {
      const room = placement.rooms.find((plan) => plan.room.id === outcome.seat.room)?.room.name ?? '';
      return `${displayName(outcome.candidate)} : ${placementText.at(room, outcome.seat.table)}.${outOfPlace(outcome.outOfPlace)}`;
    }
    case 'swapped':
      return `${displayName(outcome.candidate)} et ${displayName(outcome.other)} ont échangé leurs tables.${outOfPlace(outcome.outOfPlace)}`;
    case 'unseated':
      return `${displayName(outcome.candidate)} n’a plus de place.`;
    case 'seatedMany': {
      const seated = `${candidatesCounted(outcome.count)} ${outcome.count < 2 ? 'placé' : 'placés'} sans déplacer personne.`;
      return outcome.left === 0 ? seated : `${seated} ${counted(outcome.left, 'reste', 'restent')} sans place.`;
    }
    case 'noFreeTable':
      return `${displayName(outcome.candidate)} : ${noTable[outcome.why]}`;
    case 'noMove':
      return noMove(outcome.fault, placement);
    case 'allocated':
      return `${candidatesCounted(outcome.count)} ${outcome.count < 2 ? 'a reçu sa place' : 'ont reçu leur place'}.`;
    case 'undone':
      return 'Le geste est annulé : chacun retrouve sa place.';
    case 'notSaved':
      return outcome.sentence;
  }
}

/** Who would be better in a room of the other kind, each as one more sentence. */
function outOfPlace(candidates: readonly Candidate[]): string {
  return candidates
    .map((each) =>
      sitsApart(each.accommodations)
        ? ` ▲ ${displayName(each)} a droit à une salle à part.`
        : ` ▲ ${displayName(each)} occupe une table gardée pour le temps majoré.`,
    )
    .join('');
}

const noTable: Readonly<Record<Unplaced, string>> = {
  'no-room': 'aucune salle au catalogue. Ajoutez-en une depuis « Salles ».',
  'no-table-left': 'aucune table libre dans les salles ordinaires. Ajoutez une salle ou remettez une table en service.',
  'no-extra-time-table-left':
    'aucune table libre dans une salle à temps majoré. Ajoutez une salle de ce type ou libérez une table.',
};

function noMove(fault: MoveFault, placement: DayPlacement): string {
  switch (fault.kind) {
    case 'nowhere-to-swap': {
      const other = placement.expected.get(fault.with);
      return `Table prise${other ? ` par ${displayName(other)}` : ''} : un seul candidat par table (R‑009). Choisissez une table libre.`;
    }
    case 'table-off':
      return 'Table hors service. Remettez-la en service depuis « Salles » ou choisissez-en une autre.';
    case 'taken-off-the-list':
      return 'Un candidat admis hors liste compose à cette table (R‑062). Choisissez-en une autre.';
    case 'room-unknown':
      return 'Cette salle n’existe plus. Choisissez-en une autre.';
    case 'same-seat':
      return 'C’est déjà sa table.';
  }
}
