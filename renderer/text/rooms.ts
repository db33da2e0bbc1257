import { roomTitle, tablesCounted } from './preparation';

export const roomsText = {
  title: 'Salles',
  add: 'Ajouter une salle',
  emptyTitle: 'Aucune salle pour l’instant',
  empty: 'Ajoutez les salles où l’on composera : leur nom, leurs rangées et leurs tables. Le placement vient ensuite.',
  list: 'Salles du centre',
  total: (rooms: string, tables: string, count: number) =>
    `${rooms}, ${tables} ${count < 2 ? 'utilisable' : 'utilisables'}`,
  capacity: (usable: number) => tablesCounted(usable),
  usableTables: (count: number) => (count < 2 ? 'table utilisable' : 'tables utilisables'),
  off: (count: number) => `${count} hors service`,
  extraTime: 'Temps majoré',
  newTitle: 'Nouvelle salle',
  fields: {
    name: 'Nom de la salle',
    nameHint: 'Tel qu’il est affiché sur la porte.',
    building: 'Bâtiment (facultatif)',
    rows: 'Rangées, depuis le tableau',
    columns: 'Tables par rangée',
    extraTime: 'Réservée aux candidats à temps majoré',
    extraTimeHint: 'Ils composent à part : leur sortie plus tardive ne gêne pas les autres.',
  },
  faults: {
    name: 'Donnez un nom à la salle.',
    nameLong: 'Le nom tient en 40 caractères au plus.',
    nameTaken: 'Une autre salle porte déjà ce nom. Choisissez-en un autre.',
    buildingLong: 'Le bâtiment tient en 60 caractères au plus.',
    size: 'Indiquez un nombre entier entre 1 et 40.',
    allOff: 'Toutes les tables sont hors service. Gardez-en au moins une.',
  },
  board: 'Tableau',
  grid: 'Plan des tables',
  gridHelp: 'Flèches pour se déplacer, Espace pour mettre une table hors service ou la remettre.',
  table: (table: number, off: boolean) => `Table ${table}, ${off ? 'hors service' : 'utilisable'}`,
  remove: 'Retirer cette salle',
  removeTitle: (name: string) => `Retirer la salle ${name} ?`,
  removeText: 'Elle disparaît des listes et du placement. Ce qui y a déjà été enregistré reste au journal.',
  removed: (name: string) => `${roomTitle(name)} est retirée.`,
  saved: (name: string) => `${roomTitle(name)} est enregistrée.`,
  seatedHere: (count: number, days: number) =>
    `${count} ${count < 2 ? 'place y est attribuée' : 'places y sont attribuées'} sur ${days} ${days < 2 ? 'jour' : 'jours'} : libérez-les dans « Placement » pour la retirer.`,
  seatsLost: (count: number) =>
    `${count} ${count < 2 ? 'candidat est placé' : 'candidats sont placés'} à une table que ce plan supprime. Déplacez-les d’abord dans « Placement ».`,
} as const;
