import { counted, lengthText } from './times';

/** The words of the Centre desk. */
export const centreText = {
  sitting: 'Épreuves affichées',
  before: 'Demi-journée précédente',
  after: 'Demi-journée suivante',
  now: 'Maintenant',
  totals: 'Le centre en chiffres',
  kpi: {
    expected: 'attendus',
    present: 'présents',
    absent: 'absents',
    unmarked: 'pas encore appelés',
    contested: 'à trancher',
    extraTime: 'en temps majoré',
    exits: 'sortis un moment',
    sealed: 'salles scellées',
  },
  rooms: 'Salles',
  filters: 'Salles affichées',
  filter: {
    all: 'Toutes',
    awaiting: 'À suivre',
    before: 'Avant l’épreuve',
    running: 'En cours',
    ending: 'À clore',
    closed: 'Scellées',
  },
  noRoom: 'Aucune salle dans cet état.',
  card: {
    present: (count: number) => counted(count, 'présent', 'présents'),
    absent: (count: number) => counted(count, 'absent', 'absents'),
    contested: (count: number) => `${count} à trancher`,
    exits: (count: number) => counted(count, 'sorti', 'sortis'),
    incidents: (count: number) => counted(count, 'incident', 'incidents'),
    awaiting: (count: number) => `${count} à décider`,
    sealed: 'scellée',
    noLead: 'Équipe à désigner',
    team: (room: string) => `Équipe, ${room}`,
  },
  decide: {
    title: 'À décider',
    none: 'Rien n’attend votre décision.',
    soon: 'Une entrée tardive, un candidat hors liste ou une présence dite de deux façons apparaîtra ici.',
    more: (count: number) => `Voir les ${count} autres`,
    fewer: 'Replier',
    readOnly: 'Seul le chef de centre ou son adjoint en décide.',
    openRoom: 'Ouvrir la salle',
    cancel: 'Revenir',
  },
  feed: {
    title: 'Main courante',
    all: 'Tout lire',
    none: 'Rien n’a encore été saisi pour cette demi-journée.',
  },
  empty: {
    title: 'Aucune épreuve au calendrier',
    say: 'Importez le dossier du centre ou saisissez le calendrier dans «\u202FPréparation\u202F».',
    open: 'Ouvrir la préparation',
  },
  noSeats: {
    title: 'Personne n’est encore placé pour cette demi-journée',
    say: 'Placez les candidats dans «\u202FPréparation\u202F»\u202F: chaque salle aura ici sa carte.',
  },
} as const;

/** The words of what awaits the head. */
export const awaitingText = {
  place: (table: number) => `place ${table}`,
  overdue: 'délai passé',
  latecomer: {
    title: 'entrée tardive',
    asks: (name: string, table: number, late: number) =>
      late > 0
        ? `${name}, place ${table}, demande à entrer ${lengthText(late)} après le début.`
        : `${name}, place ${table}, demande à entrer.`,
    limit: (hour: string) => `Dérogation du chef de centre, jusqu’à ${hour} (R\u2011071).`,
    endSame: (hour: string) => `Fin inchangée\u202F: ${hour} (R\u2011072).`,
    endSameSoon: 'Fin inchangée (R\u2011072).',
    endMoves: 'Le retard est rendu en fin d’épreuve (R\u2011074).',
    explanation: (text: string) => `Motif dit\u202F: ${text}`,
    grant: 'Autoriser',
    refuse: 'Refuser',
    grantTitle: (name: string) => `Autoriser l’entrée de ${name}\u202F?`,
    refuseTitle: (name: string) => `Refuser l’entrée de ${name}\u202F?`,
    grantSay: 'Le candidat entre et compose. La dérogation est écrite au procès-verbal avec votre motif.',
    refuseSay: 'Le candidat n’entre pas et sera porté absent. Le refus est écrit au procès-verbal avec votre motif.',
    reason: 'Motif',
    reasonHint: 'Il figurera au procès-verbal.',
    reasonMissing: 'Donnez le motif de la décision.',
    granted: (name: string) => `Entrée de ${name} autorisée.`,
    refused: (name: string) => `Entrée de ${name} refusée.`,
  },
  identity: {
    title: 'pièce d’identité',
    asks: (name: string, due: string) => `${name} doit présenter une pièce d’identité avant ${due} (R\u2011058).`,
    shown: 'Pièce présentée',
    notShown: 'Non présentée',
    shownTitle: (name: string) => `Quelle pièce ${name} a-t-il présentée\u202F?`,
    notShownTitle: (name: string) => `${name} n’a pas présenté de pièce\u202F?`,
    notShownSay: 'Le délai est passé. La décision est écrite au journal avec votre remarque.',
    document: 'Pièce',
    documents: {
      card: 'Carte nationale d’identité',
      passport: 'Passeport',
      licence: 'Permis de conduire',
      residence: 'Titre de séjour',
      school: 'Carte scolaire',
      other: 'Autre document permettant de vérifier l’identité',
    },
    remark: 'Remarque',
    confirm: 'Enregistrer',
    done: (name: string) => `Identité de ${name} réglée.`,
  },
  unlisted: {
    title: 'hors liste',
    asks: (name: string, table: number) =>
      `${name}, place ${table}, compose sous réserve de vérification (R\u2011062).`,
    registered: 'Inscription confirmée',
    notRegistered: 'Non inscrit',
    registeredTitle: (name: string) => `${name} est bien inscrit\u202F?`,
    notRegisteredTitle: (name: string) => `${name} n’est pas inscrit\u202F?`,
    registeredSay: 'La copie est transmise comme les autres.',
    notRegisteredSay: 'La copie n’est pas corrigée. La vérification est écrite au journal.',
    remark: 'Comment l’avez-vous vérifié\u202F?',
    confirm: 'Enregistrer',
    done: (name: string) => `Inscription de ${name} vérifiée.`,
  },
  contested: {
    title: 'deux versions',
    present: 'présent',
    absent: 'absent',
    version: (status: string, author: string, room: string, hour: string) =>
      `${status} selon ${author}, ${room}, à ${hour}`,
    isPresent: 'Présent',
    isAbsent: 'Absent',
    done: (name: string, status: string) => `${name}\u202F: ${status}.`,
  },
  envelope: {
    title: 'enveloppe non conforme',
    asks: (paper: string) => `L’enveloppe de ${paper} ne correspond pas\u202F: ne pas distribuer (R\u2011089).`,
  },
  subject: {
    title: 'signalement sur le sujet',
    asks: 'Prévenez la division des examens avant toute annonce en salle (R\u2011095).',
  },
} as const;

/** The words of a room's team. */
export const teamOfRoomText = {
  title: (room: string) => `Équipe · ${room}`,
  say: 'Un responsable désigné par salle (R\u2011047). Personne ne surveille ses propres élèves (R\u2011041).',
  lead: 'Responsable de salle',
  others: 'Autres surveillants',
  add: 'Ajouter un surveillant',
  none: 'Aucun autre surveillant.',
  remove: (name: string) => `Retirer ${name}`,
  elsewhere: (room: string) => `déjà désigné ailleurs\u202F: ${room}`,
  teaches: (divisions: string) => `enseigne en ${divisions}`,
  confirm: 'Désigner cette équipe',
  cancel: 'Annuler',
  done: (room: string) => `Équipe désignée, ${room}.`,
} as const;
