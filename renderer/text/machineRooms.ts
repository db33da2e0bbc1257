import { listed } from './sentences/sentence';

/** The words by which a head says which rooms a machine is for. */
export const machineRoomsText = {
  act: 'Salles…',
  title: (name: string) => `Salles du poste «\u202F${name}\u202F»`,
  lead: 'Un poste de salle ne tient que la liste des candidats de ses salles.',
  legend: 'Salles de ce poste',
  ofDay: (day: string) => `Salles du ${day}`,
  others: 'Autres salles',
  served: 'a un poste',
  confirm: 'Changer les salles',
  done: (name: string) => `Les salles du poste «\u202F${name}\u202F» sont changées.`,
  same: 'Rien ne change\u202F: ce sont ses salles.',
  sameSpare: 'Rien ne change\u202F: ce poste de secours ne tient la liste d’aucune salle.',
  spare:
    'Ce poste de secours ne tient la liste d’aucune salle. Quand il servira, donnez-lui sa salle ici, par «\u202FSalles…\u202F».',
  holdsAll: {
    office:
      'Ce poste sert au secrétariat ou à la direction\u202F: il tient déjà la liste de toutes les salles. Pour en faire un poste de salle, écartez-le, puis ajoutez-le de nouveau «\u202Fen salle\u202F». Ce qu’il a déjà reçu reste sur son disque.',
    headquarters:
      'Le siège a inscrit ce poste et lui donne la liste de toutes les salles. Lui seul peut décider qu’il en tienne moins.',
    unadmitted:
      'Ce poste a ouvert le centre, ou en a repris le dossier de lui-même\u202F: il tient déjà la liste de toutes les salles. Pour une salle, ajoutez plutôt un poste nouveau.',
  },
} as const;

/** « la liste de B12 », « les listes de A03 et B12 ». */
function listsOf(rooms: readonly string[]): string {
  return `${rooms.length === 1 ? 'la liste' : 'les listes'} de ${listed(rooms, 12)}`;
}

/** What a newcomer is to hold. */
export function willHoldText(rooms: readonly string[]): string {
  if (rooms.length === 0) return machineRoomsText.spare;
  return `Ce poste recevra ${listsOf(rooms)}, et aucune autre.`;
}

/** What follows from other rooms, before the head confirms: a sentence each. */
export function roomsChangeText(
  { gained, lost, left }: { readonly [each in 'gained' | 'lost' | 'left']: readonly string[] },
  after: readonly string[],
): readonly string[] {
  if (gained.length === 0 && lost.length === 0)
    return [after.length === 0 ? machineRoomsText.sameSpare : machineRoomsText.same];
  return [
    ...(gained.length > 0 ? [`Il recevra ${listsOf(gained)}.`] : []),
    ...(lost.length > 0
      ? [`Il garde sur son disque ce qu’il a déjà reçu de ${listed(lost, 12)}, et n’en recevra plus rien.`]
      : []),
    ...(after.length === 0 ? ['Il devient un poste de secours\u202F: il n’est plus pour aucune salle.'] : []),
    ...left.map((room) => `Plus aucun poste n’est pour ${room}.`),
  ];
}
