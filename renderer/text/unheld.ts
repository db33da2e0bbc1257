import { counted } from './times';

/** « cette salle (Salle B07) », « ces salles (Salle B07, Salle B08) ». */
function these(rooms: readonly string[]): string {
  return `${rooms.length === 1 ? 'cette salle' : 'ces salles'} (${rooms.join(', ')})`;
}

/** The words of what a machine does not hold: the list of a room, or the particulars of one candidate. */
export const unheldText = {
  rooms: {
    ours: 'Salles de ce poste',
    others: 'Autres salles du centre',
    say: 'Ce poste ne tient pas la liste de ces salles. Le chef de centre peut les lui confier\u202F: «\u202FRéseau\u202F», ce poste, «\u202FSalles\u202F».',
    notHere: 'liste non tenue sur ce poste',
    assigned: 'Vous y êtes désigné\u202F: sa liste n’est pas sur ce poste.',
  },
  room: {
    title: (room: string) => `${room}\u202F: la liste n’est pas sur ce poste`,
    say: 'Ce poste ne tient pas la liste de cette salle. Le chef de centre peut la lui confier\u202F: «\u202FRéseau\u202F», ce poste, «\u202FSalles\u202F». S’il vient de le faire, elle arrive d’elle-même dès qu’un poste du secrétariat ouvert la transmet.',
    choose: 'Choisir une autre salle',
  },
  none: {
    title: 'Aucune liste sur ce poste pour cette séance',
    say: 'Ce poste ne tient la liste d’aucune salle de cette séance. Le chef de centre peut lui confier la sienne\u202F: «\u202FRéseau\u202F», ce poste, «\u202FSalles\u202F».',
  },
  person: {
    badge: 'identité non arrivée',
    row: 'Identité et aménagements non arrivés sur ce poste',
    sheet:
      'L’identité de ce candidat n’est pas arrivée sur ce poste\u202F: comparez le numéro et le nom de sa convocation avec sa pièce. S’il est à sa table, marquez-le présent.',
    measures: 'Ses aménagements ne sont pas arrivés sur ce poste\u202F: demandez-les au chef de centre.',
    everybodyBut: (count: number) =>
      `${counted(count, 'candidat dont l’identité', 'candidats dont l’identité')} n’est pas arrivée ${count === 1 ? 'se marque' : 'se marquent'} un par un.`,
  },
  withoutPaper: {
    title: 'Pas encore à l’appel',
    note: 'Ces candidats viennent d’être placés ici. Ce poste n’a encore ni leur identité ni leur épreuve\u202F: leur présence se note dès qu’elles arrivent.',
    count: (count: number) => `${count} pas encore à l’appel`,
  },
  find: {
    elsewhere: (room: string, table: number) =>
      `Ce numéro est attendu en ${room.replace(/^Salle /, 'salle ')}, table ${table}.`,
    here: (table: number) =>
      `Ce numéro est attendu ici, table ${table}\u202F: son épreuve n’est pas arrivée sur ce poste.`,
    nobody: (typed: string) => `Aucun candidat de vos salles ne répond à «\u202F${typed}\u202F».`,
    names: 'Par nom, seuls les candidats de vos salles sont connus ici\u202F; par numéro, tout le centre.',
  },
  door: 'Ce poste ne connaît par leur nom que les candidats de vos salles. Cherchez d’abord le numéro de la convocation\u202F: il dit la salle où ce candidat est attendu.',
  board: {
    title: 'Salles dont ce poste ne tient pas la liste',
    say: 'Leurs chiffres se lisent au poste du chef de centre.',
    totals: (rooms: readonly string[]) =>
      rooms.length > 4 ? `Les ${rooms.length} salles de ce poste seulement` : `${rooms.join(', ')} seulement`,
    queueNone: 'Rien n’attend de décision dans les salles de ce poste.',
    queue: (count: number) =>
      `Les demandes ${count === 1 ? 'd’une salle' : `de ${count} salles`} dont ce poste ne tient pas la liste se voient au poste du chef de centre.`,
    status: (rooms: readonly string[]) =>
      `Cet état est partiel\u202F: ce poste ne tient pas la liste de ${these(rooms)}. Faites-le plutôt au poste du chef de centre.`,
  },
  prepared:
    'Ce poste ne tient la liste que de ses salles\u202F: candidats et placement y sont incomplets. Préparez la session au poste du chef de centre ou du secrétariat.',
  pages: {
    empty: (rooms: readonly string[]) =>
      `Ce poste ne tient pas la liste de ${these(rooms)} et n’en fait aucune page\u202F: elles s’impriment au poste du chef de centre.`,
    say: (rooms: readonly string[]) =>
      `Ce poste ne tient pas la liste de ${these(rooms)}\u202F: leurs pages s’impriment au poste du chef de centre.`,
  },
} as const;
