/** « Salle B12 »; a name that already says what it is (« Salle A101 », « Gymnase ») stays as it is. */
export function roomTitle(name: string): string {
  return /^\p{L}{4,}/u.test(name) ? name : `Salle ${name}`;
}

/** The frame of the room's desk: choosing the room, its head, its empty and closed states. */
export const deskText = {
  choose: {
    title: 'Quelle salle tenez-vous ?',
    sitting: 'Séance',
    mine: 'Mes salles',
    others: 'Autres salles',
    all: 'Salles',
    noSession: 'Aucune session sur ce poste',
    noSessionSay: 'Le chef de centre ouvre la session dans Préparation ; les salles apparaîtront ici.',
    noRooms: 'Aucune salle pour cette séance',
    noRoomsSay: 'Personne n’est encore placé. Le secrétariat place les candidats dans Préparation.',
    candidates: (count: number) => (count === 1 ? '1 candidat' : `${count} candidats`),
  },
  room: {
    hours: (start: string, end: string) => `${start} – ${end}`,
    registered: (count: number) => (count === 1 ? '1 inscrit' : `${count} inscrits`),
    other: 'Changer de salle',
    acts: 'Derniers gestes',
    actsTitle: 'Derniers gestes de la salle',
    clock: 'Horloge',
    unknown: 'Cette salle n’est pas sur ce poste',
    unknownSay: 'Choisissez-en une autre, ou attendez que la session soit complète.',
    empty: 'Personne n’est placé dans cette salle',
    emptySay: 'Rien à faire ici pour cette séance. Quelqu’un se présente ? Admettez-le sous réserve.',
    contested: (count: number) => (count === 1 ? '1 présence a deux versions' : `${count} présences ont deux versions`),
    lookOnly: 'Étape à venir : à lire seulement.',
  },
  override: {
    offer: 'Passer outre…',
    title: 'Passer outre cette règle',
    say: 'La règle écartée et votre raison restent au procès-verbal, sous votre nom.',
    reason: 'Raison',
    confirm: 'Passer outre',
    cancel: 'Respecter la règle',
  },
  phase: {
    empty: 'vide',
    check: 'à contrôler',
    roll: 'appel',
    notice: 'appel fait',
    envelope: 'enveloppe',
    distribution: 'sujets à distribuer',
    composition: 'en cours',
    scripts: 'copies à compter',
    report: 'procès-verbal à signer',
    closed: 'procès-verbal scellé',
  },
} as const;
